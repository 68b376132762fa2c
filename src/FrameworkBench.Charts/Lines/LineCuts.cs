namespace FrameworkBench.Charts;

/// <summary>What of a line chart lies beyond the ends of its vertical axis: marked at the edge, and said below.</summary>
internal static class LineCuts
{
    private const int MostNamed = 4;
    private const double Size = 5;

    /// <summary>A triangle at the edge that points to where the point is.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="area">Its plot.</param>
    /// <param name="isMarked">Whether each point of a series has a marker; a line of many points is seen to leave the plot.</param>
    internal static void Mark(Svg svg, LineChart chart, PlotArea area, Func<Series, bool> isMarked)
    {
        foreach (
            (Series series, int look) in chart.Series.Select((series, i) => (series, series.Look ?? i)).Where(one => isMarked(one.series)))
        {
            foreach (ChartPoint point in series.Points.Where(point => IsBeyond(area, point)))
            {
                bool isBelow = area.Y.Map(point.Y) > area.Bottom;
                (double x, double tip, double back) =
                    (area.X.Map(point.X), isBelow ? area.Bottom : area.Top, isBelow ? -1.6 * Size : 1.6 * Size);
                svg.Path($"M{Svg.Point(x, tip)} L{Svg.Point(x - Size, tip + back)} H{Svg.Number(x + Size)} Z", $"v {svg.Look('f', look)}",
                    $"{series.Name}: {Numbers.Alone(point.Y, chart.Y.Numbers)} at {Numbers.Alone(point.X, chart.X.Numbers)}");
            }
        }
    }

    /// <summary>The sentences below the plot; empty when all of it is seen.</summary>
    internal static IReadOnlyList<string> Notes(LineChart chart, PlotArea area, Func<Series, bool> isMarked)
    {
        var notes = new List<string>();
        string[] points =
        [
            .. from series in chart.Series.Where(isMarked)
               from point in series.Points.Where(point => IsBeyond(area, point))
               select $"{(series.Name.Length > 0 ? series.Name + " " : "")}{Numbers.Alone(point.Y, chart.Y.Numbers)} at "
                   + $"{Numbers.Alone(point.X, chart.X.Numbers)}",
        ];
        if (points.Length > 0)
            notes.Add("Beyond the axis: "
                + string.Join(", ", points.Take(MostNamed))
                + (points.Length > MostNamed ? $" and {points.Length - MostNamed} more." : "."));

        string[] bands =
            [.. chart.Series.Where(series => series.Points.Any(point => IsCut(area, point))).Select(series => series.Name)
                .Where(name => name.Length > 0)];
        if (bands.Length > 0)
            notes.Add("Some intervals go on beyond the axis: "
                + string.Join(", ", bands.Take(MostNamed)) + (bands.Length > MostNamed ? $" and {bands.Length - MostNamed} more." : "."));
        return notes;
    }

    internal static bool IsBeyond(PlotArea area, ChartPoint point) =>
        area.X.Shows(point.X) && area.Y.Shows(point.Y) && IsOutside(area, area.Y.Map(point.Y));

    private static bool IsCut(PlotArea area, ChartPoint point) =>
        area.X.Shows(point.X) && area.Y.Shows(point.Y) && !IsBeyond(area, point)
        && new[] { point.Low, point.High }.Any(end => !double.IsNaN(end) && (!area.Y.Shows(end) || IsOutside(area, area.Y.Map(end))));

    private static bool IsOutside(PlotArea area, double y) => y > area.Bottom + 0.5 || y < area.Top - 0.5;
}
