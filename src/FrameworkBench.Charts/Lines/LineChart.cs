namespace FrameworkBench.Charts;

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
}

/// <summary>What belongs together in a line chart: one colour, one dash, one marker, one line in the legend.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="Points">In the order in which they are joined. May be empty.</param>
public sealed record Series(string Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Joined by a line, by steps, or not joined.</summary>
    public SeriesStyle Style { get; init; }

    /// <summary>
    /// Which colour, dash and marker; when null, the place in the chart. Give it to keep an engine's look on all pages.
    /// </summary>
    public int? Look { get; init; }

    /// <summary>Whether points have markers; a line that only joins points of other series needs none.</summary>
    public bool IsMarked { get; init; } = true;
}

/// <summary>How the points of a series are drawn.</summary>
public enum SeriesStyle
{
    /// <summary>Joined by straight lines; intervals are a band.</summary>
    Line,

    /// <summary>A staircase: each value holds until the next point; intervals are a band.</summary>
    Step,

    /// <summary>Markers only; intervals are error bars.</summary>
    Points,
}

/// <summary>A point, and the interval around it where there is one.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis; NaN leaves a gap.</param>
/// <param name="Low">The lower end of the interval of Y; NaN for none.</param>
/// <param name="High">The upper end of the interval of Y; NaN for none.</param>
public readonly record struct ChartPoint(double X, double Y, double Low = double.NaN, double High = double.NaN)
{
    /// <summary>A word beside the point, such as a model's name in a scatter; null for none.</summary>
    public string? Label { get; init; }
}
