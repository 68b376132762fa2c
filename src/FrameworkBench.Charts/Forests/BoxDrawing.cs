namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="BoxChart"/>.</summary>
internal static class BoxDrawing
{
    private const double RowHeight = 34;
    private const double LabelLimit = 230;
    private const int MostDots = 60;

    internal static Drawing Of(BoxChart chart) => new([], (svg, frame) => Draw(svg, chart, frame), Describe(chart));

    private static double Draw(Svg svg, BoxChart chart, Frame frame)
    {
        var labels = chart.Rows.Select(row => TextWidth.Wrap(row.Label, LabelLimit)).ToList();
        double left = frame.Left + labels.SelectMany(lines => lines).Select(line => TextWidth.Of(line)).DefaultIfEmpty(0).Max() + 12;
        double top = frame.Top + 6;
        var scale = Scale.Of(
            chart.Values, chart.Rows.SelectMany(row => row.Values), left, frame.Right - 14, spacing: 75, round: true);
        var area = new PlotArea(left, top, frame.Right - 14 - left, Math.Max(1, chart.Rows.Count) * RowHeight, scale, scale);

        area.DrawX(svg, chart.Values.Label, grid: true);
        for (int i = 0; i < chart.Rows.Count; i++)
        {
            double y = top + ((i + 0.5) * RowHeight);
            for (int line = 0; line < labels[i].Count; line++)
                svg.Text(left - 10, y + 4 + ((line - ((labels[i].Count - 1) / 2.0)) * 14), labels[i][line], "l", TextAnchor.End);
            DrawRow(svg, chart, area, chart.Rows[i], y);
        }

        return area.Bottom + 40;
    }

    private static void DrawRow(Svg svg, BoxChart chart, PlotArea area, BoxRow row, double y)
    {
        double[] values = [.. row.Values.Where(area.X.Shows).Order()];
        if (values.Length == 0)
        {
            svg.Text(area.Left + 6, y + 4, "no values", "n o");
            return;
        }

        (double lower, double middle, double upper) = (Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75));
        double reach = 1.5 * (upper - lower);
        var inside = values.Where(value => value >= lower - reach && value <= upper + reach).ToList();
        (double low, double high) = (area.X.MapClamped(lower), area.X.MapClamped(upper));
        double median = area.X.MapClamped(middle);
        string stroke = $"w {svg.Look('c', row.Look)}";

        svg.Path($"M{Svg.Point(area.X.MapClamped(inside[0]), y)} H{Svg.Number(low)} M{Svg.Point(high, y)} "
            + $"H{Svg.Number(area.X.MapClamped(inside[^1]))}", stroke);
        svg.Rectangle(low, y - 9, high - low, 18, "fbg");
        svg.Rectangle(low, y - 9, high - low, 18, $"{svg.Look('b', row.Look)} {svg.Look('c', row.Look)}", radius: 2, tooltip:
            $"{row.Label}: median {Text(middle)}, middle half {Text(lower)} to {Text(upper)}, {values.Length} values");
        for (int i = 0; i < values.Length; i++)
        {
            if (values.Length <= MostDots || values[i] < inside[0] || values[i] > inside[^1])
                Marks.Marker(svg, row.Look, area.X.MapClamped(values[i]), y + Jitter(i), values.Length <= MostDots ? 2.5 : 3);
        }

        svg.Path($"M{Svg.Point(median, y - 10)} v20", $"z {svg.Look('c', row.Look)}");

        string Text(double value) => Numbers.Alone(value, chart.Values.Numbers);
    }

    /// <summary>Linear between order statistics (type 7 of Hyndman and Fan 1996).</summary>
    private static double Quantile(double[] sorted, double share)
    {
        (int below, double part) = ((int)(share * (sorted.Length - 1)), share * (sorted.Length - 1) % 1);
        return part == 0 ? sorted[below] : sorted[below] + (part * (sorted[below + 1] - sorted[below]));
    }

    // Neighbours in order get distant heights: multiples of the golden ratio spread evenly.
    private static double Jitter(int i) => ((i * 0.618_034 % 1) - 0.5) * 12;

    private static string Describe(BoxChart chart) =>
        $"{chart.Values.Label}. " + string.Join(" ", chart.Rows.Select(row =>
            row.Values.Where(double.IsFinite).ToList() is { Count: > 0 } values
                ? $"{row.Label}: median {Numbers.Alone(Quantile([.. values.Order()], 0.5), chart.Values.Numbers)} of {values.Count}, "
                    + $"from {Numbers.Alone(values.Min(), chart.Values.Numbers)} to {Numbers.Alone(values.Max(), chart.Values.Numbers)}."
                : $"{row.Label}: no values."));
}
