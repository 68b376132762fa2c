namespace FrameworkBench.Charts;

/// <summary>Upright bars, with the categories' names below.</summary>
internal static class UpwardBars
{
    private const double MostPitch = 46;

    /// <summary>True when every name fits below its group in two lines, and no bar is too thin.</summary>
    internal static bool Fits(BarChart chart, Frame frame)
    {
        double slot = (frame.Width - 60) / Math.Max(1, chart.Categories.Count);
        return slot / (chart.Series.Count + 1) >= 9 && chart.Categories.All(category =>
            TextWidth.Wrap(category, slot - 8) is { Count: <= 2 } lines && lines.All(line => TextWidth.Of(line) <= slot - 8));
    }

    /// <summary>Draws the plot.</summary>
    /// <returns>The y below it.</returns>
    internal static double Draw(Svg svg, BarChart chart, Frame frame)
    {
        double top = frame.Top + 46;
        Scale scale = BarDrawing.Scale(chart, top + chart.PlotHeight, top, spacing: 45);
        double left = frame.Left + PlotArea.LabelWidth(scale) + 8;
        var area = new PlotArea(left, top, frame.Width - (left - frame.Left), chart.PlotHeight, scale, scale);
        double slot = area.Width / Math.Max(1, chart.Categories.Count);
        double pitch = Math.Min(MostPitch, slot * 0.8 / Math.Max(1, chart.Series.Count));

        area.DrawY(svg, chart.Values.Label, frame.Left, rise: 26);
        BarDrawing.ForEach(chart, (series, category) => DrawValue(svg, chart, area, series, category, X(series, category), pitch));
        Func<double, string> text = BarDrawing.NumbersOf(chart);
        bool hasRoom = chart.Series.SelectMany(series => series.Values).Where(value => scale.Shows(value.Value))
            .All(value => TextWidth.Of(text(value.Value), 11) <= pitch + 4);
        BarDrawing.ForEach(
            chart, (series, category) =>
                DrawNumber(svg, chart, area, hasRoom ? text : null, chart.Series[series].Values[category], X(series, category)));
        double zero = BarDrawing.StartsAtZero(chart) ? scale.MapClamped(0) : area.Bottom;
        svg.Line(left, zero, area.Right, zero, "x");
        return MissingValues.Write(svg, frame with { Top = DrawLabels(svg, chart, area, slot) + 6 }, Missing(chart));

        double X(int series, int category) =>
            left + ((category + 0.5) * slot) + ((series - ((chart.Series.Count - 1) / 2.0)) * pitch);
    }

    private static double DrawLabels(Svg svg, BarChart chart, PlotArea area, double slot)
    {
        int rows = 1;
        for (int i = 0; i < chart.Categories.Count; i++)
        {
            IReadOnlyList<string> lines = TextWidth.Wrap(chart.Categories[i], slot - 8);
            rows = Math.Max(rows, lines.Count);
            for (int line = 0; line < lines.Count; line++)
                svg.Text(area.Left + ((i + 0.5) * slot), area.Bottom + 18 + (line * 15), lines[line], "l", TextAnchor.Middle);
        }

        return area.Bottom + 3 + (rows * 15);
    }

    private static void DrawValue(Svg svg, BarChart chart, PlotArea area, int series, int category, double x, double pitch)
    {
        BarValue value = chart.Series[series].Values[category];
        int look = chart.Series[series].Look ?? series;
        if (!area.Y.Shows(value.Value)) return;

        double y = area.Y.MapClamped(value.Value);
        bool hasInterval = !double.IsNaN(value.Low) && !double.IsNaN(value.High);
        string tooltip = BarDrawing.Tooltip(chart, series, category);
        if (BarDrawing.StartsAtZero(chart))
        {
            double zero = area.Y.MapClamped(0);
            svg.Rectangle(x - (pitch * 0.43), Math.Min(zero, y), pitch * 0.86, Math.Abs(y - zero), "", svg.PatternFill(look), tooltip);
            if (hasInterval) Marks.Upright(svg, x, area.Y.MapClamped(value.Low), area.Y.MapClamped(value.High), "e", 3.5);
            return;
        }

        if (hasInterval)
            Marks.Upright(
                svg, x, area.Y.MapClamped(value.Low), area.Y.MapClamped(value.High), $"w {svg.Look('c', look)}", 3.5, covered: 12);
        Marks.Marker(svg, look, x, y, 4.5, tooltip);
    }

    /// <summary>The number above a bar, where all have room for theirs; a dash where there is no value.</summary>
    private static void DrawNumber(Svg svg, BarChart chart, PlotArea area, Func<double, string>? text, BarValue value, double x)
    {
        if (!area.Y.Shows(value.Value))
        {
            svg.Text(x, area.Y.MapClamped(Math.Max(0, area.Y.Low)) - 6, "–", "n o", TextAnchor.Middle);
            return;
        }

        if (text is null) return;
        double end = area.Y.MapClamped(double.IsNaN(value.High) ? value.Value : value.High);
        double above = BarDrawing.StartsAtZero(chart)
            ? Math.Min(end, area.Y.MapClamped(0)) : Math.Min(end, area.Y.MapClamped(value.Value) - 5);
        svg.Text(x, above - 5, text(value.Value), "n o", TextAnchor.Middle);
    }

    private static IEnumerable<(string Reason, string Of, string By)> Missing(BarChart chart) =>
        from category in Enumerable.Range(0, chart.Categories.Count)
        from series in chart.Series
        where !Scale.CanShow(chart.Values, series.Values[category].Value)
        select (series.Values[category].Reason ?? "no value", chart.Categories[category], series.Name);
}
