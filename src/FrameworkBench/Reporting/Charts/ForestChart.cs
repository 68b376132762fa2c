namespace FrameworkBench.Reporting.Charts;

/// <summary>
/// Estimates with intervals, a row each, around a reference line: differences per data set, or claims per engine.
/// A row whose interval lies wholly beyond the reference (or the region of practical equivalence) is coloured and
/// filled; one that does not is grey and hollow.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Values">The axis of the estimates.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record ForestChart(string Title, Axis Values, IReadOnlyList<ForestRow> Rows) : Chart(Title)
{
    /// <summary>Where the reference line stands; null for none.</summary>
    public double? Reference { get; init; } = 0;

    /// <summary>Half the width of the region of practical equivalence around the reference; 0 for none.</summary>
    public double Equivalence { get; init; }

    /// <summary>Whether a row must lie beyond that region to be coloured; else beyond the reference is enough, and the region is only seen.</summary>
    public bool RegionDecides { get; init; } = true;

    /// <summary>What it means to lie left of the reference, such as "networks better"; null for nothing.</summary>
    public string? LeftMeaning { get; init; }

    /// <summary>What it means to lie right of the reference, such as "trees better"; null for nothing.</summary>
    public string? RightMeaning { get; init; }

    /// <summary>What the bars are, for the legend, such as "95 % corrected resampled t interval".</summary>
    public string? IntervalLabel { get; init; }
}
