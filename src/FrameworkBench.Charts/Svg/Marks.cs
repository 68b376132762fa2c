namespace FrameworkBench.Charts;

/// <summary>The marks that several kinds of chart draw: a dashed path, a marker, an error bar.</summary>
internal static class Marks
{
    internal static void Path(Svg svg, string data, int look) =>
        svg.Path(data, $"w {svg.Look('c', look)}", dash: Palette.Dash(look));

    internal static void Marker(Svg svg, int look, double x, double y, double radius = 4, string? tooltip = null) =>
        svg.Path(Palette.Marker(look, x, y, radius), $"v {svg.Look('f', look)}", tooltip);

    /// <summary>An upright error bar with caps, which a bar shorter than a marker does without.</summary>
    internal static void Upright(Svg svg, double x, double low, double high, string style, double cap = 4, double covered = 0) =>
        svg.Path(
            $"M{Svg.Point(x, low)} V{Svg.Number(high)}"
            + Cap(Math.Abs(high - low) > covered,
                $" M{Svg.Point(x - cap, low)} h{Svg.Number(2 * cap)} M{Svg.Point(x - cap, high)} h{Svg.Number(2 * cap)}"),
            style);

    /// <summary>A level error bar with caps, which a bar shorter than a marker does without.</summary>
    internal static void Level(Svg svg, double y, double low, double high, string style, double cap = 4, double covered = 0) =>
        svg.Path(
            $"M{Svg.Point(low, y)} H{Svg.Number(high)}"
            + Cap(Math.Abs(high - low) > covered,
                $" M{Svg.Point(low, y - cap)} v{Svg.Number(2 * cap)} M{Svg.Point(high, y - cap)} v{Svg.Number(2 * cap)}"),
            style);

    private static string Cap(bool isSeen, string data) => isSeen ? data : "";
}
