namespace FrameworkBench.Reporting.Charts;

/// <summary>A row of a forest chart.</summary>
/// <param name="Label">What was estimated, at the left.</param>
/// <param name="Estimate">The estimate; NaN when there is none.</param>
/// <param name="Low">The lower end of the interval; −∞ is drawn as an arrow, NaN for none.</param>
/// <param name="High">The upper end of the interval; +∞ is drawn as an arrow, NaN for none.</param>
public sealed record ForestRow(string Label, double Estimate, double Low = double.NaN, double High = double.NaN)
{
    /// <summary>A heading above the first row that has it; rows of a group stand together.</summary>
    public string? Group { get; init; }

    /// <summary>At the right, such as "+0.012 [−0.003, 0.027]".</summary>
    public string? Detail { get; init; }

    /// <summary>True for a row that sums up others: drawn as a diamond as wide as its interval.</summary>
    public bool IsSummary { get; init; }
}
