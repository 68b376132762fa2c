namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="CriticalDifferenceDiagram"/>.</summary>
internal static class CriticalDifferenceDrawing
{
    private const double LabelLimit = 190;
    private const double RowHeight = 20;
    private const double GroupHeight = 9;

    internal static Drawing Of(CriticalDifferenceDiagram chart)
    {
        if (chart.Models.Count != chart.AverageRanks.Count)
        {
            throw new ArgumentException(
                $"'{chart.Title}' has {chart.Models.Count} models and {chart.AverageRanks.Count} ranks.", nameof(chart));
        }

        return new Drawing([], (svg, frame) => Draw(svg, chart, frame), Describe(chart));
    }

    private static double Draw(Svg svg, CriticalDifferenceDiagram chart, Frame frame)
    {
        int[] order = [.. Enumerable.Range(0, chart.Models.Count).OrderBy(model => chart.AverageRanks[model])];
        double side = Math.Min(LabelLimit, chart.Models.Select(name => TextWidth.Of(name)).DefaultIfEmpty(0).Max()) + 50;
        (double left, double right) = (frame.Left + side, frame.Right - side);
        double X(double rank) => left + ((rank - 1) / Math.Max(1, chart.Models.Count - 1) * (right - left));

        double ruler = frame.Top + 22;
        double end = X(1 + chart.CriticalDifference);
        Marks.Level(svg, ruler, left, Math.Min(end, frame.Right), "e");
        svg.Text(Math.Min(end, frame.Right) + 8, ruler + 4, $"critical difference {Numbers.Alone(chart.CriticalDifference)}", "q");

        double axis = ruler + 42;
        svg.Line(left, axis, right, axis, "e");
        for (int rank = 1; rank <= chart.Models.Count; rank++)
        {
            svg.Line(X(rank), axis - 5, X(rank), axis, "e");
            svg.Text(X(rank), axis - 10, $"{rank}", "q", TextAnchor.Middle);
        }

        svg.Text(left - 12, axis - 10, "better", "n", TextAnchor.End);
        svg.Text(right + 12, axis - 10, "worse", "n");

        double names = axis + 18 + (chart.Groups.Count * GroupHeight);
        int half = (order.Length + 1) / 2;
        for (int place = 0; place < order.Length; place++)
        {
            bool isLeft = place < half;
            double y = names + ((isLeft ? place : order.Length - 1 - place) * RowHeight);
            double rank = chart.AverageRanks[order[place]];
            double edge = isLeft ? left - 12 : right + 12;
            svg.Path($"M{Svg.Point(X(rank), axis)} V{Svg.Number(y)} H{Svg.Number(edge)}", "x");
            Marks.Marker(svg, 0, X(rank), axis, 4, $"{chart.Models[order[place]]}: {Numbers.Alone(rank)}");
            string text = $"{TextWidth.Shorten(chart.Models[order[place]], LabelLimit)} ({Numbers.Alone(rank)})";
            svg.Text(isLeft ? edge - 5 : edge + 5, y + 4, text, "l", isLeft ? TextAnchor.End : TextAnchor.Start);
        }

        for (int i = 0; i < chart.Groups.Count; i++)
        {
            var ranks = chart.Groups[i].Select(model => chart.AverageRanks[model]).ToList();
            double y = axis + 10 + (i * GroupHeight);
            svg.Path($"M{Svg.Point(X(ranks.Min()) - 5, y)} H{Svg.Number(X(ranks.Max()) + 5)}", $"z {svg.Look('c', 1)}");
        }

        return names + (half * RowHeight) - 6;
    }

    private static string Describe(CriticalDifferenceDiagram chart) =>
        "Average ranks, best first: " + string.Join(", ", Enumerable.Range(0, chart.Models.Count)
            .OrderBy(model => chart.AverageRanks[model])
            .Select(model => $"{chart.Models[model]} {Numbers.Alone(chart.AverageRanks[model])}"))
        + $". Critical difference {Numbers.Alone(chart.CriticalDifference)}."
        + string.Concat(
            chart.Groups.Select(
                group => $" No significant difference among {string.Join(", ", group.Select(model => chart.Models[model]))}."));
}
