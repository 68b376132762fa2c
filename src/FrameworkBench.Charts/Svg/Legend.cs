namespace FrameworkBench.Charts;

/// <summary>The legend: samples with their names in a row, which goes on in further rows.</summary>
internal static class Legend
{
    private const double RowHeight = 20;

    /// <summary>Draws the entries, row below row.</summary>
    /// <returns>The y below the last row.</returns>
    internal static double Draw(Svg svg, IReadOnlyList<LegendEntry> entries, Frame frame)
    {
        if (entries.Count == 0) return frame.Top;
        double x = frame.Left;
        double y = frame.Top + 6;
        foreach (LegendEntry entry in entries)
        {
            string name = TextWidth.Shorten(entry.Name, frame.Width - entry.Width - 8);
            double needed = entry.Width + 7 + TextWidth.Of(name);
            if (x > frame.Left && x + needed > frame.Right)
            {
                x = frame.Left;
                y += RowHeight;
            }

            entry.Sample(svg, x + (entry.Width / 2), y);
            svg.Text(x + entry.Width + 7, y + 4, name, "l");
            x += needed + 18;
        }

        return y + 14;
    }
}

/// <summary>A line of the legend.</summary>
/// <param name="Name">What the sample stands for.</param>
/// <param name="Width">The width of the sample in pixels; it is at most 12 high.</param>
/// <param name="Sample">Draws the sample around a centre.</param>
/// <param name="Look">The look that it explains, if any: panels share a legend when no name has two looks.</param>
internal sealed record LegendEntry(string Name, double Width, Action<Svg, double, double> Sample, int? Look = null)
{
    internal static LegendEntry Line(string name, int look, bool marked) => new(name, 26, (svg, x, y) =>
    {
        Marks.Path(svg, $"M{Svg.Point(x - 13, y)} H{Svg.Number(x + 13)}", look);
        if (marked) Marks.Marker(svg, look, x, y);
    }, look);

    internal static LegendEntry Marker(string name, int look) => new(name, 10, (svg, x, y) => Marks.Marker(svg, look, x, y), look);

    internal static LegendEntry Bar(string name, int look) => new(name, 22, (svg, x, y) =>
        svg.Rectangle(x - 11, y - 6, 22, 12, "", svg.PatternFill(look), radius: 2), look);

    internal static LegendEntry Band(string name) => new(name, 26, (svg, x, y) =>
        svg.Rectangle(x - 13, y - 6, 26, 12, "fg"));

    internal static LegendEntry ErrorBar(string name) => new(name, 22, (svg, x, y) =>
        Marks.Level(svg, y, x - 11, x + 11, "e"));
}
