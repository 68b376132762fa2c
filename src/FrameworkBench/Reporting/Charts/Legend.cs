namespace FrameworkBench.Reporting.Charts;

/// <summary>The legend: samples with their names in a row, which goes on in further rows.</summary>
internal static class Legend
{
    private const double RowHeight = 20;

    /// <summary>Draws the entries, row below row.</summary>
    /// <returns>The y below the last row.</returns>
    internal static double Draw(Svg svg, IReadOnlyList<LegendEntry> entries, Frame frame)
    {
        if (entries.Count == 0) return frame.Top;
        var x = frame.Left;
        var y = frame.Top + 6;
        foreach (var entry in entries)
        {
            var name = TextWidth.Shorten(entry.Name, frame.Width - entry.Width - 8);
            var needed = entry.Width + 7 + TextWidth.Of(name);
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
