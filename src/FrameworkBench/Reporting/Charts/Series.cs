namespace FrameworkBench.Reporting.Charts;

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
