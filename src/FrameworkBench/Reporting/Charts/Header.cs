namespace FrameworkBench.Reporting.Charts;

/// <summary>The top of a picture: title, subtitle and legend, one below the other.</summary>
internal static class Header
{
    internal const double Margin = 20;

    /// <summary>Draws the header.</summary>
    /// <returns>The y where the content may begin.</returns>
    internal static double Draw(Svg svg, Chart chart, IReadOnlyList<LegendEntry> legend)
    {
        var width = chart.Width - (2 * Margin);
        var y = 12.0;
        foreach (var line in TextWidth.Wrap(chart.Title, width, 16, bold: true))
            svg.Text(Margin, y += 20, line, "t");
        if (chart.Subtitle is { } subtitle)
        {
            y += 3;
            foreach (var line in TextWidth.Wrap(subtitle, width, 13))
                svg.Text(Margin, y += 17, line, "s");
        }

        return Legend.Draw(svg, legend, Margin, y + 12, width);
    }
}
