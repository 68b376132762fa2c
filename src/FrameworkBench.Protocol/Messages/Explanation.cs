namespace FrameworkBench.Protocol.Messages;

/// <summary>A model's own word on itself, as far as the engine can give it.</summary>
public sealed record Explanation
{
    /// <summary>
    /// How much the model relies on each input column, by its own measure: one share a feature, together one, or all 0; null when it has no
    /// such measure.
    /// </summary>
    public IReadOnlyList<double>? Importance { get; init; }

    /// <summary>The nodes of a single tree, the root first, children after their parents; null for any other model.</summary>
    public IReadOnlyList<DecisionNode>? Tree { get; init; }
}
