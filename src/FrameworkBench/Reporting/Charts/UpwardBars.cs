namespace FrameworkBench.Reporting.Charts;

/// <summary>Upright bars, with the categories' names below.</summary>
internal static class UpwardBars
{
    private const double MostThickness = 46;

    /// <summary>True when every name fits below its group in two lines, and no bar is too thin.</summary>
    internal static bool Fits(BarChart chart)
    {
        var slot = (chart.Width - (2 * Header.Margin) - 60) / Math.Max(1, chart.Categories.Count);
        return slot / (chart.Series.Count + 1) >= 9 && chart.Categories.All(category =>
            TextWidth.Wrap(category, slot - 8) is { Count: <= 2 } lines && lines.All(line => TextWidth.Of(line) <= slot - 8));
    }

    /// <summary>Draws the plot from y = top on.</summary>
    /// <returns>The height of the picture.</returns>
    internal static double Draw(Svg svg, BarChart chart, double top)
    {
        top += 34;
        var scale = BarDrawing.Scale(chart, top + chart.PlotHeight, top, spacing: 45);
        var left = Header.Margin + PlotArea.LabelWidth(scale) + 8;
        var area = new PlotArea(left, top, chart.Width - Header.Margin - left, chart.PlotHeight, scale, scale);
        area.DrawY(svg, chart.Values.Label);

        var slot = area.Width / Math.Max(1, chart.Categories.Count);
        var pitch = Math.Min(MostThickness, slot * 0.8 / Math.Max(1, chart.Series.Count));
        var lines = 1;
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var middle = left + ((i + 0.5) * slot);
            var label = TextWidth.Wrap(chart.Categories[i], slot - 8);
            lines = Math.Max(lines, label.Count);
            for (var line = 0; line < label.Count; line++)
                svg.Text(middle, area.Bottom + 18 + (line * 15), label[line], "l", TextAnchor.Middle);
            for (var s = 0; s < chart.Series.Count; s++)
                DrawValue(svg, chart, area, s, i, middle + ((s - ((chart.Series.Count - 1) / 2.0)) * pitch), pitch);
        }

        DrawReferences(svg, chart, area);
        var zero = BarDrawing.StartsAtZero(chart) ? scale.MapClamped(0) : area.Bottom;
        svg.Line(left, zero, area.Right, zero, "x");
        return area.Bottom + 20 + (lines * 15);
    }

    private static void DrawValue(Svg svg, BarChart chart, PlotArea area, int series, int category, double x, double pitch)
    {
        var value = chart.Series[series].Values[category];
        var look = chart.Series[series].Look ?? series;
        if (!area.Y.Shows(value.Value))
        {
            svg.Text(x, area.Y.MapClamped(Math.Max(0, area.Y.Low)) - 6, pitch > 40 ? value.Reason ?? "no value" : "–", "n", TextAnchor.Middle);
            return;
        }

        var y = area.Y.MapClamped(value.Value);
        var end = y;
        var hasInterval = !double.IsNaN(value.Low) && !double.IsNaN(value.High);
        var (low, high) = (area.Y.MapClamped(value.Low), area.Y.MapClamped(value.High));
        var tooltip = BarDrawing.Tooltip(chart, series, category);
        if (BarDrawing.StartsAtZero(chart))
        {
            var zero = area.Y.MapClamped(0);
            var thickness = pitch * 0.86;
            svg.Rectangle(x - (thickness / 2), Math.Min(zero, y), thickness, Math.Abs(y - zero), "", svg.PatternFill(look), tooltip);
            if (hasInterval) Marks.Upright(svg, x, low, end = high, "e", 3.5);
            end = Math.Min(end, zero);
        }
        else
        {
            if (hasInterval) Marks.Upright(svg, x, low, end = high, $"w {svg.Look('c', look)}", 3.5);
            Marks.Marker(svg, look, x, y, 4.5, tooltip);
            end -= 5;
        }

        var text = Numbers.Alone(value.Value, chart.Values.Numbers);
        if (TextWidth.Of(text, 11) <= pitch + 2) svg.Text(x, end - 5, text, "n o", TextAnchor.Middle);
    }

    private static void DrawReferences(Svg svg, BarChart chart, PlotArea area)
    {
        var lines = chart.References.Where(line => area.Y.Shows(line.Value)).ToList();
        var labels = Spread.Apart([.. lines.Select(line => area.Y.MapClamped(line.Value) - 5)], 14, area.Top - 2, area.Bottom - 4);
        for (var i = 0; i < lines.Count; i++)
        {
            var y = area.Y.MapClamped(lines[i].Value);
            svg.Line(area.Left, y, area.Right, y, "r");
            svg.Text(area.Right - 4, labels[i], lines[i].Label, "l o", TextAnchor.End);
        }
    }
}
