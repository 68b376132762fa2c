namespace FrameworkBench.Charts;

/// <summary>The colours of sizes: nine steps of one hue, or two hues that meet in the middle.</summary>
internal static class Heat
{
    internal const int Steps = 9;

    private static readonly string[] Light =
        ["#f1f6fb", "#dce9f5", "#c1d9ed", "#9ec8e3", "#72b0d8", "#4a95c9", "#2b78b5", "#125a9c", "#083f7a"];

    private static readonly string[] Dark =
        ["#141d27", "#1a2f44", "#1f4160", "#24557d", "#2b6b9c", "#3a84ba", "#58a1d6", "#82bdea", "#b5dbfb"];

    private static readonly string[] LightDiverging =
        ["#8c3a00", "#bf560f", "#e58a4d", "#f6c9aa", "#f1f3f5", "#b7d5ec", "#72b0d8", "#2b78b5", "#083f7a"];

    private static readonly string[] DarkDiverging =
        ["#ffb98a", "#ee8a4a", "#b9601f", "#6e3d1a", "#1b222b", "#1f4160", "#2f74a8", "#58a1d6", "#a5d3fa"];

    /// <summary>The step of a value between two ends, from 0 to 8.</summary>
    internal static int Step(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * (Steps - 1));

    /// <summary>The rules of a step's fill, of the text that stands on it, and of lines in its colour.</summary>
    internal static IEnumerable<(string Class, string Rule)> Rules(int step, bool diverging, bool dark)
    {
        char kind = diverging ? 'd' : 'h';
        string[] palette = (diverging, dark) switch
        {
            (false, false) => Light,
            (false, true) => Dark,
            (true, false) => LightDiverging,
            _ => DarkDiverging,
        };
        bool isStrong = diverging ? Math.Abs(step - 4) >= 3 : step >= (dark ? 6 : 5);
        yield return ($"{kind}{step}", $"fill:{palette[step]}");
        yield return ($"{kind}t{step}", $"fill:{(isStrong != dark ? "#ffffff" : "#10161d")}");
        yield return ($"{kind}l{step}", $"stroke:{palette[step]}");
    }
}
