namespace FrameworkBench.Reporting.Charts;

/// <summary>Bars that go to the right, with names of any length at the left.</summary>
internal static class RightwardBars
{
    private const double Thickness = 15;
    private const double Pitch = 18;
    private const double Gap = 12;
    private const double LabelLimit = 210;

    /// <summary>Draws the plot from y = top on.</summary>
    /// <returns>The height of the picture.</returns>
    internal static double Draw(Svg svg, BarChart chart, double top)
    {
        var labels = chart.Categories.Select(category => TextWidth.Wrap(category, LabelLimit)).ToList();
        var left = Header.Margin + labels.SelectMany(lines => lines).Select(line => TextWidth.Of(line)).DefaultIfEmpty(0).Max() + 10;
        var heights = labels.Select(lines => Math.Max(chart.Series.Count * Pitch, lines.Count * 15) + Gap).ToList();
        var room = BarDrawing.StartsAtZero(chart) ? 44 : 14;
        var right = chart.Width - Header.Margin - room;
        top += chart.References.Count > 0 ? 22 : 6;
        var scale = BarDrawing.Scale(chart, left, right, spacing: 75);
        var area = new PlotArea(left, top, right - left, heights.Sum(), scale, scale);

        area.DrawX(svg, chart.Values.Label, grid: true);
        var y = top;
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var middle = y + (heights[i] / 2);
            var baseline = middle + 4 - ((labels[i].Count - 1) * 7.5);
            for (var line = 0; line < labels[i].Count; line++)
                svg.Text(left - 10, baseline + (line * 15), labels[i][line], "l", TextAnchor.End);
            for (var s = 0; s < chart.Series.Count; s++)
                DrawValue(svg, chart, area, s, i, middle + ((s - ((chart.Series.Count - 1) / 2.0)) * Pitch));
            y += heights[i];
        }

        DrawReferences(svg, chart, area);
        if (BarDrawing.StartsAtZero(chart) && scale.Shows(0)) svg.Line(scale.MapClamped(0), top, scale.MapClamped(0), area.Bottom, "x");
        return area.Bottom + 56;
    }

    private static void DrawValue(Svg svg, BarChart chart, PlotArea area, int series, int category, double y)
    {
        var value = chart.Series[series].Values[category];
        var look = chart.Series[series].Look ?? series;
        if (!area.X.Shows(value.Value))
        {
            svg.Text(area.X.MapClamped(Math.Max(0, area.X.Low)) + 6, y + 4, value.Reason ?? "no value", "n");
            return;
        }

        var x = area.X.MapClamped(value.Value);
        var end = x;
        var tooltip = BarDrawing.Tooltip(chart, series, category);
        var hasInterval = !double.IsNaN(value.Low) && !double.IsNaN(value.High);
        if (BarDrawing.StartsAtZero(chart))
        {
            var zero = area.X.MapClamped(0);
            svg.Rectangle(Math.Min(zero, x), y - (Thickness / 2), Math.Abs(x - zero), Thickness, "", svg.PatternFill(look), tooltip);
            if (hasInterval)
            {
                end = area.X.MapClamped(value.High);
                Marks.Level(svg, y, area.X.MapClamped(value.Low), end, "e", 3.5);
            }

            svg.Text(Math.Max(end, zero) + 6, y + 4, Numbers.Alone(value.Value, chart.Values.Numbers), "n o");
            return;
        }

        if (hasInterval)
            Marks.Level(svg, y, area.X.MapClamped(value.Low), area.X.MapClamped(value.High), $"w {svg.Look('c', look)}", 3.5);
        Marks.Marker(svg, look, x, y, 4.5, tooltip);
    }

    private static void DrawReferences(Svg svg, BarChart chart, PlotArea area)
    {
        var lines = chart.References.Where(line => area.X.Shows(line.Value)).ToList();
        foreach (var line in lines)
        {
            var x = area.X.MapClamped(line.Value);
            var half = TextWidth.Of(line.Label) / 2;
            svg.Line(x, area.Top - 4, x, area.Bottom, "r");
            svg.Text(Math.Clamp(x, Header.Margin + half, chart.Width - Header.Margin - half), area.Top - 10, line.Label, "l o", TextAnchor.Middle);
        }
    }
}
