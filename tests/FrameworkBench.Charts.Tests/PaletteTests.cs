namespace FrameworkBench.Charts.Tests;

public class PaletteTests
{
    private static readonly double[,] Normal = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    // Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
    private static readonly double[,] Deuteranopia =
        { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } };
    private static readonly double[,] Protanopia =
        { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } };

    [Theory]
    [InlineData(false, "#ffffff")]
    [InlineData(true, "#0d1117")]
    public void Every_color_stands_out_from_its_background(bool dark, string background) =>
        Assert.All(dark ? Palette.Dark : Palette.Light, color => Assert.True(Contrast(color, background) >= 3, $"{color} on {background}"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_five_colors_stay_apart_for_color_blind_readers(bool dark)
    {
        string[] colors = (dark ? Palette.Dark : Palette.Light)[..5];
        foreach (double[,]? sight in new[] { Normal, Deuteranopia, Protanopia })
        {
            for (int i = 0; i < colors.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    // A difference of 10 in CIELAB is plain to see side by side.
                    double distance = Distance(Seen(colors[i], sight), Seen(colors[j], sight));
                    Assert.True(distance >= 15, $"{colors[i]} and {colors[j]} are only {distance:0.0} apart");
                }
            }
        }
    }

    [Fact]
    public void No_two_looks_share_a_dash_or_a_marker()
    {
        var looks = Enumerable.Range(0, Palette.Count).ToList();

        Assert.Equal(Palette.Count, looks.Select(Palette.Dash).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Palette.Count, looks.Select(look => Palette.Marker(look, 0, 0)).Distinct(StringComparer.Ordinal).Count());
    }

    private static double[] Linear(string color) =>
        [.. new[] { 1, 3, 5 }.Select(i => Convert.ToInt32(color.Substring(i, 2), 16) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    private static double Contrast(string one, string other)
    {
        double Luminance(string color) => Linear(color).Zip([0.2126, 0.7152, 0.0722], (c, weight) => c * weight).Sum();
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double[] Seen(string color, double[,] sight)
    {
        double[] rgb = Linear(color);
        return Lab([.. Enumerable.Range(0, 3).Select(i =>
            Math.Clamp((sight[i, 0] * rgb[0]) + (sight[i, 1] * rgb[1]) + (sight[i, 2] * rgb[2]), 0, 1))]);
    }

    private static double[] Lab(double[] rgb)
    {
        static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        double x = Root(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.95047);
        double y = Root((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        double z = Root(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Distance(double[] one, double[] other) =>
        Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
