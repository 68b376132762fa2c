namespace FrameworkBench.Reporting.Charts;

/// <summary>Lines, steps or points over two axes: learning curves, scores against rows, scores against time.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">Drawn and listed in this order.</param>
public sealed record LineChart(string Title, Axis X, Axis Y, IReadOnlyList<Series> Series) : Chart(Title)
{
    /// <summary>The height of the plot in pixels, without title, legend and labels.</summary>
    public int PlotHeight { get; init; } = 300;

    /// <summary>What bands and error bars are, for the legend, such as "95 % interval over 20 seeds".</summary>
    public string? IntervalLabel { get; init; }

    /// <summary>Horizontal lines, such as a figure that a document printed.</summary>
    public IReadOnlyList<ReferenceLine> Horizontals { get; init; } = [];

    /// <summary>Vertical lines, such as the epoch that early stopping chose.</summary>
    public IReadOnlyList<ReferenceLine> Verticals { get; init; } = [];
}
