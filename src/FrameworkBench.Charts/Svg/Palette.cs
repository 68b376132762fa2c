using System.Globalization;

namespace FrameworkBench.Charts;

/// <summary>
/// The looks of series. Colours follow Okabe and Ito (2008), darkened or lightened until each stands out from its
/// background; every look has a dash, a marker and a pattern of its own too, so that colour is never the only cue.
/// </summary>
internal static class Palette
{
    internal static readonly string[] Light =
        ["#0072b2", "#d55e00", "#009e73", "#a3407e", "#6e4f00", "#808891", "#0c2f63", "#9478e6", "#8f1313"];

    internal static readonly string[] Dark =
        ["#4aa0ee", "#f58a4b", "#46e0b2", "#c978ad", "#f6e07c", "#e6e9ec", "#2f72b5", "#7352c8", "#ff9d9d"];

    private static readonly string[] Dashes = ["", "7 4", "2 3", "10 3 2 3", "4 2", "12 4", "6 2 2 2 2 2", "1 4", "10 2 3 2"];

    private static readonly string[] Hatches =
        ["", "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6", "M2 2 h.01 M6 6 h.01", "M4 0 V8", "M0 4 H8", "M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2",
            "M0 4 H8 M4 0 V8", "M0 2 H8 M0 6 H8", "M2 0 V8 M6 0 V8"];

    internal static int Count => Light.Length;

    internal static int Index(int look) => ((look % Count) + Count) % Count;

    internal static string Dash(int look) => Dashes[Index(look)];

    internal static string Pattern(string id, int index)
    {
        string hatch = Hatches[index].Length == 0 ? "" : $"<path d=\"{Hatches[index]}\" class=\"hatch\"/>";
        return $"<pattern id=\"{id}-p{index}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" "
            + $"class=\"f{index}\"/>{hatch}</pattern>\n";
    }

    /// <summary>The outline of a look's marker around a point.</summary>
    internal static string Marker(int look, double x, double y, double radius = 4)
    {
        double r = radius;
        return Index(look) switch
        {
            0 => Circle(x, y, r),
            1 => Polygon([(-r * 0.88, -r * 0.88), (r * 0.88, -r * 0.88), (r * 0.88, r * 0.88), (-r * 0.88, r * 0.88)]),
            2 => Polygon([(0, -r * 1.2), (r * 1.1, r * 0.8), (-r * 1.1, r * 0.8)]),
            3 => Polygon([(0, -r * 1.3), (r * 1.3, 0), (0, r * 1.3), (-r * 1.3, 0)]),
            4 => Polygon([(0, r * 1.2), (r * 1.1, -r * 0.8), (-r * 1.1, -r * 0.8)]),
            5 => Polygon(Plus(r * 1.2, r * 0.4)),
            6 => Polygon(Star(r * 1.4)),
            7 => Polygon([.. Plus(r * 1.3, r * 0.4).Select(p => ((p.X - p.Y) * 0.707, (p.X + p.Y) * 0.707))]),
            _ => Polygon([(-r * 0.8, -r * 1.1), (r * 1.2, 0), (-r * 0.8, r * 1.1)]),
        };

        string Polygon((double X, double Y)[] points) =>
            "M" + string.Join(" L", points.Select(p => Svg.Point(x + p.X, y + p.Y))) + " Z";
    }

    internal static string Circle(double x, double y, double radius)
    {
        string r = radius.ToString("0.#", CultureInfo.InvariantCulture);
        return $"M{Svg.Point(x - radius, y)} a{r} {r} 0 1 0 {Svg.Number(2 * radius)} 0 a{r} {r} 0 1 0 {Svg.Number(-2 * radius)} 0 Z";
    }

    private static (double X, double Y)[] Plus(double arm, double half) =>
    [
        (-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half),
        (half, arm), (-half, arm), (-half, half), (-arm, half), (-arm, -half), (-half, -half),
    ];

    private static (double X, double Y)[] Star(double radius) =>
        [.. Enumerable.Range(0, 10).Select(i => (
            Math.Sin(i * Math.PI / 5) * (i % 2 == 0 ? radius : radius * 0.45),
            -Math.Cos(i * Math.PI / 5) * (i % 2 == 0 ? radius : radius * 0.45)))];
}
