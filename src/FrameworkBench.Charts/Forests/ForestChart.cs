namespace FrameworkBench.Charts;

/// <summary>
/// Estimates with intervals, a row each, around a reference line: differences per data set, or claims per engine.
/// A row whose interval lies wholly beyond the reference is coloured and filled; one that does not is grey and hollow.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Values">The axis of the estimates.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record ForestChart(string Title, Axis Values, IReadOnlyList<ForestRow> Rows) : Chart(Title)
{
    /// <summary>Where the reference line stands; null for none.</summary>
    public double? Reference { get; init; } = 0;

    /// <summary>Half the width of the region of practical equivalence around the reference, which is only seen; 0 for none.</summary>
    public double Equivalence { get; init; }

    /// <summary>What it means to lie left of the reference, such as "networks better"; null for nothing.</summary>
    public string? LeftMeaning { get; init; }

    /// <summary>What it means to lie right of the reference, such as "trees better"; null for nothing.</summary>
    public string? RightMeaning { get; init; }

    /// <summary>What the bars are, for the legend, such as "95 % corrected resampled t interval".</summary>
    public string? IntervalLabel { get; init; }
}

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
