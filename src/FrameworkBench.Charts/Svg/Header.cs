namespace FrameworkBench.Charts;

/// <summary>The top of a picture: title and subtitle, one below the other.</summary>
internal static class Header
{
    /// <summary>Draws the header.</summary>
    /// <returns>The y below it.</returns>
    internal static double Draw(Svg svg, Chart chart, Frame frame)
    {
        double y = frame.Top;
        foreach (string line in TextWidth.Wrap(chart.Title, frame.Width, 16, bold: true))
            svg.Text(frame.Left, y += 20, line, "t");
        if (chart.Subtitle is not { } subtitle) return y;
        y += 3;
        foreach (string line in TextWidth.Wrap(subtitle, frame.Width, 13))
            svg.Text(frame.Left, y += 17, line, "s");
        return y;
    }
}
