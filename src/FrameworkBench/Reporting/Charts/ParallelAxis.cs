namespace FrameworkBench.Reporting.Charts;

/// <summary>The axis of a setting: numbers, or names.</summary>
/// <param name="Axis">Its label and, for numbers, its scale.</param>
public sealed record ParallelAxis(Axis Axis)
{
    /// <summary>For a setting with names, such as an optimizer: a value is then a place in this list.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
