namespace FrameworkBench.Charts;

/// <summary>Bars that go to the right, with names of any length at the left.</summary>
internal static class RightwardBars
{
    private const double Thickness = 15;
    private const double Pitch = 18;
    private const double Gap = 12;
    private const double LabelLimit = 210;

    /// <summary>Draws the plot.</summary>
    /// <returns>The y below it.</returns>
    internal static double Draw(Svg svg, BarChart chart, Frame frame)
    {
        var labels = chart.Categories.Select(category => TextWidth.Wrap(category, LabelLimit)).ToList();
        var heights = labels.Select(lines => Math.Max(chart.Series.Count * Pitch, lines.Count * 15) + Gap).ToList();
        var middles = heights.Select((height, i) => heights.Take(i).Sum() + (height / 2)).ToList();
        double left = frame.Left + labels.SelectMany(lines => lines).Select(line => TextWidth.Of(line)).DefaultIfEmpty(0).Max() + 10;
        double right = frame.Right - (BarDrawing.StartsAtZero(chart) ? 44 : 14);
        double top = frame.Top + 6;
        Scale scale = BarDrawing.Scale(chart, left, right, spacing: 75);
        var area = new PlotArea(left, top, right - left, heights.Sum(), scale, scale);

        area.DrawX(svg, chart.Values.Label, grid: true);
        for (int i = 0; i < labels.Count; i++)
            DrawLabel(svg, labels[i], left - 10, top + middles[i]);
        BarDrawing.ForEach(chart, (series, category) => DrawValue(svg, chart, area, series, category, Y(series, category)));
        Func<double, string> text = BarDrawing.NumbersOf(chart);
        BarDrawing.ForEach(
            chart, (series, category) => DrawNumber(svg, chart, area, text, chart.Series[series].Values[category], Y(series, category)));
        if (BarDrawing.StartsAtZero(chart)) svg.Line(scale.MapClamped(0), top, scale.MapClamped(0), area.Bottom, "x");
        return area.Bottom + 40;

        double Y(int series, int category) => top + middles[category] + ((series - ((chart.Series.Count - 1) / 2.0)) * Pitch);
    }

    private static void DrawLabel(Svg svg, IReadOnlyList<string> lines, double right, double middle)
    {
        double baseline = middle + 4 - ((lines.Count - 1) * 7.5);
        for (int line = 0; line < lines.Count; line++)
            svg.Text(right, baseline + (line * 15), lines[line], "l", TextAnchor.End);
    }

    private static void DrawValue(Svg svg, BarChart chart, PlotArea area, int series, int category, double y)
    {
        BarValue value = chart.Series[series].Values[category];
        int look = chart.Series[series].Look ?? series;
        if (!area.X.Shows(value.Value)) return;

        double x = area.X.MapClamped(value.Value);
        bool hasInterval = !double.IsNaN(value.Low) && !double.IsNaN(value.High);
        string tooltip = BarDrawing.Tooltip(chart, series, category);
        if (BarDrawing.StartsAtZero(chart))
        {
            double zero = area.X.MapClamped(0);
            svg.Rectangle(Math.Min(zero, x), y - (Thickness / 2), Math.Abs(x - zero), Thickness, "", svg.PatternFill(look), tooltip);
            if (hasInterval) Marks.Level(svg, y, area.X.MapClamped(value.Low), area.X.MapClamped(value.High), "e", 3.5);
            return;
        }

        if (hasInterval)
            Marks.Level(svg, y, area.X.MapClamped(value.Low), area.X.MapClamped(value.High), $"w {svg.Look('c', look)}", 3.5, covered: 12);
        Marks.Marker(svg, look, x, y, 4.5, tooltip);
    }

    /// <summary>The number at the end of a bar, or why there is none.</summary>
    private static void DrawNumber(Svg svg, BarChart chart, PlotArea area, Func<double, string> text, BarValue value, double y)
    {
        double zero = area.X.MapClamped(Math.Max(0, area.X.Low));
        if (!area.X.Shows(value.Value))
            svg.Text(zero + 6, y + 4, value.Reason ?? "no value", "n o");
        else if (BarDrawing.StartsAtZero(chart))
            svg.Text(
                Math.Max(area.X.MapClamped(double.IsNaN(value.High) ? value.Value : value.High), zero) + 6, y + 4, text(value.Value),
                "n o");
    }
}
