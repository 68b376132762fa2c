namespace FrameworkBench.Reporting.Charts;

/// <summary>
/// Grouped values per category with error bars. Bars start at zero, since their length is what one reads; on an axis
/// that does not reach it (a minimum above 0, or a logarithmic scale) the values are drawn as points instead.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Values">The axis of the values.</param>
/// <param name="Categories">A group each, in this order.</param>
/// <param name="Series">Within each group, in this order.</param>
public sealed record BarChart(
    string Title, Axis Values, IReadOnlyList<string> Categories, IReadOnlyList<BarSeries> Series) : Chart(Title)
{
    /// <summary>Which way the bars go.</summary>
    public BarDirection Direction { get; init; }

    /// <summary>What error bars are, for the legend, such as "95 % interval over 20 seeds".</summary>
    public string? IntervalLabel { get; init; }

    /// <summary>Lines across the bars, such as a figure that a document printed.</summary>
    public IReadOnlyList<ReferenceLine> References { get; init; } = [];

    /// <summary>The height of the plot of upright bars, in pixels.</summary>
    public int PlotHeight { get; init; } = 280;
}
