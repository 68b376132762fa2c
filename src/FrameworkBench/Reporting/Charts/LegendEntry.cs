namespace FrameworkBench.Reporting.Charts;

/// <summary>A line of the legend.</summary>
/// <param name="Name">What the sample stands for.</param>
/// <param name="Sample">Draws the sample around a centre, at most 26 × 12 pixels.</param>
internal sealed record LegendEntry(string Name, Action<Svg, double, double> Sample)
{
    internal static LegendEntry Line(string name, int look, bool marked) => new(name, (svg, x, y) =>
    {
        Marks.Path(svg, $"M{Svg.Point(x - 13, y)} H{Svg.Number(x + 13)}", look);
        if (marked) Marks.Marker(svg, look, x, y);
    });

    internal static LegendEntry Marker(string name, int look) => new(name, (svg, x, y) => Marks.Marker(svg, look, x, y));

    internal static LegendEntry Bar(string name, int look) => new(name, (svg, x, y) =>
        svg.Rectangle(x - 11, y - 6, 22, 12, "", svg.PatternFill(look), radius: 2));

    internal static LegendEntry Band(string name) => new(name, (svg, x, y) =>
        svg.Rectangle(x - 13, y - 6, 26, 12, "fg"));

    internal static LegendEntry ErrorBar(string name) => new(name, (svg, x, y) =>
        svg.Path($"M{Svg.Point(x - 11, y)} H{Svg.Number(x + 11)} M{Svg.Point(x - 11, y - 4)} v8 M{Svg.Point(x + 11, y - 4)} v8", "e"));
}
