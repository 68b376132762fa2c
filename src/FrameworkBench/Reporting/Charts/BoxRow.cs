namespace FrameworkBench.Reporting.Charts;

/// <summary>A row of a box chart.</summary>
/// <param name="Label">What the values belong to.</param>
/// <param name="Values">In any order; those that are not finite are left out. May be empty.</param>
public sealed record BoxRow(string Label, IReadOnlyList<double> Values)
{
    /// <summary>Which colour and marker; the same for rows that belong together.</summary>
    public int Look { get; init; }
}
