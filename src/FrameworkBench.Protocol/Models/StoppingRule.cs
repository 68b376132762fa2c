namespace FrameworkBench.Protocol.Models;

/// <summary>Two ways to count epochs without improvement; docs/model-spec.md has both in full.</summary>
public enum StoppingRule
{
    /// <summary>The reference moves, and the count of epochs restarts, only after an improvement by more than the least one.</summary>
    Keras,

    /// <summary>The reference moves with every improvement, but only one by at least the least one restarts the count.</summary>
    Sklearn,
}
