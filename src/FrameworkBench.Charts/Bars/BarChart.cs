namespace FrameworkBench.Charts;

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

    /// <summary>The height of the plot of upright bars, in pixels.</summary>
    public int PlotHeight { get; init; } = 280;
}

/// <summary>One bar in every group: one colour and pattern, one line in the legend.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="Values">One a category, in the categories' order.</param>
public sealed record BarSeries(string Name, IReadOnlyList<BarValue> Values)
{
    /// <summary>Which colour and pattern; when null, the place in the chart.</summary>
    public int? Look { get; init; }
}

/// <summary>The value of a bar, and the interval around it where there is one.</summary>
/// <param name="Value">The length of the bar; NaN for none.</param>
/// <param name="Low">The lower end of the interval; NaN for none.</param>
/// <param name="High">The upper end of the interval; NaN for none.</param>
public readonly record struct BarValue(double Value, double Low = double.NaN, double High = double.NaN)
{
    /// <summary>Stands where a value is missing, such as "failed" or "not installed"; when null "no value".</summary>
    public string? Reason { get; init; }
}

/// <summary>Which way bars go.</summary>
public enum BarDirection
{
    /// <summary>Upright when all category names fit side by side, else to the right.</summary>
    Automatic,

    /// <summary>To the right; names of any length stand at the left.</summary>
    Rightward,
}
