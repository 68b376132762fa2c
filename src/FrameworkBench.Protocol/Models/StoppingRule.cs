namespace FrameworkBench.Protocol.Models;

/// <summary>Two ways to count epochs without betterment.</summary>
public enum StoppingRule
{
    /// <summary>The reference moves only when bettered by more than the least betterment; training stops once <c>patience</c> epochs in a row did not do so.</summary>
    Keras,

    /// <summary>The reference moves at every betterment, however small; training stops once more than <c>patience</c> epochs in a row did not better it by the least betterment.</summary>
    Sklearn,
}
