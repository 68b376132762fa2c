namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="VerdictChart"/>.</summary>
internal static class VerdictDrawing
{
    private const double RowHeight = 24;
    private const double LineHeight = 15;
    private const double MarkSize = 6.5;
    private const double Place = 37;

    /// <summary>From left to right in a cell. The last stands only where nothing else does.</summary>
    private static readonly Sign[] Signs =
    [
        new("holds: the whole interval agrees", "hold", tally => tally.Holds, CircleWithTick),
        new("does not hold: the whole interval contradicts", "do not hold", tally => tally.DoesNotHold, SquareWithCross),
        new("inconclusive: the interval spans both sides", "inconclusive", tally => tally.Inconclusive, DiamondWithQuestionMark),
        new("by construction: nothing random could contradict it", "by construction", tally => tally.ByConstruction, Triangle),
        new("not judged", "not judged", tally => tally.NotJudged, Dash),
    ];

    /// <summary>How a verdict is drawn and named.</summary>
    /// <param name="Legend">In the legend.</param>
    /// <param name="Word">Behind a count.</param>
    /// <param name="Count">How many of a cell's claims have it.</param>
    /// <param name="Draw">Draws it around a centre, with a tooltip or none.</param>
    private sealed record Sign(string Legend, string Word, Func<VerdictTally, int> Count, Action<Svg, double, double, string?> Draw);

    internal static Drawing Of(VerdictChart chart)
    {
        foreach (VerdictRow row in chart.Rows.Where(row => row.Cells.Count != chart.Columns.Count))
            throw new ArgumentException(
                $"Row '{row.Label}' of '{chart.Title}' has {row.Cells.Count} cells for {chart.Columns.Count} columns.", nameof(chart));
        return new Drawing([.. Signs.Select(Entry)], (svg, frame) => Draw(svg, chart, frame), Describe(chart));
    }

    private static double Draw(Svg svg, VerdictChart chart, Frame frame)
    {
        double left = frame.Right - (VerdictChart.ColumnWidth * chart.Columns.Count);
        double y = frame.Top + 8;
        for (int i = 0; i < chart.Columns.Count; i++)
            svg.Text(
                left + (VerdictChart.ColumnWidth * i) + 4, y + 12, TextWidth.Shorten(chart.Columns[i], VerdictChart.ColumnWidth - 6), "b");

        y += 18;
        svg.Line(frame.Left, y, frame.Right, y, "x");
        foreach (VerdictRow row in chart.Rows)
            y = DrawRow(svg, chart, row, frame, left, y);
        if (chart.Rows.Count == 0)
            svg.Text(frame.Center, (y += RowHeight) - 6, "no claims", "s", TextAnchor.Middle);
        return y;
    }

    /// <summary>Draws a row, a line of text higher for each further line of its label.</summary>
    /// <returns>The y below it.</returns>
    private static double DrawRow(Svg svg, VerdictChart chart, VerdictRow row, Frame frame, double left, double y)
    {
        IReadOnlyList<string> lines = TextWidth.Wrap(row.Label, left - frame.Left - 16);
        for (int i = 0; i < lines.Count; i++)
            svg.Text(frame.Left, y + 16 + (LineHeight * i), lines[i], "l");
        double height = RowHeight + (LineHeight * Math.Max(0, lines.Count - 1));
        for (int i = 0; i < row.Cells.Count; i++)
            DrawCell(
                svg, row.Cells[i], left + (VerdictChart.ColumnWidth * i) + 4, y,
                $"{row.Label}, {chart.Columns[i]}: {Counts(row.Cells[i])}");
        svg.Line(frame.Left, y + height, frame.Right, y + height, "g");
        return y + height;
    }

    /// <summary>Each verdict has its place, so that equal marks stand below each other.</summary>
    private static void DrawCell(Svg svg, VerdictTally cell, double left, double y, string tooltip)
    {
        for (int i = 0; i < Signs.Length - 1; i++)
        {
            if (Signs[i].Count(cell) is not (> 0 and var count))
                continue;
            double x = left + (Place * i) + MarkSize;
            Signs[i].Draw(svg, x, y + 12, tooltip);
            svg.Text(x + MarkSize + 3, y + 16, $"{count}", "l");
        }

        if (cell.NotJudged > 0 && Signs.Sum(sign => sign.Count(cell)) == cell.NotJudged)
            Signs[^1].Draw(svg, left + MarkSize, y + 12, tooltip);
    }

    private static void CircleWithTick(Svg svg, double x, double y, string? tooltip)
    {
        svg.Path(Palette.Circle(x, y, MarkSize), svg.Look('f', 0), tooltip);
        svg.Path($"M{Svg.Point(x - 3.6, y + 0.2)} L{Svg.Point(x - 1, y + 2.9)} L{Svg.Point(x + 3.6, y - 2.7)}", "w o");
    }

    private static void SquareWithCross(Svg svg, double x, double y, string? tooltip)
    {
        const double Side = (2 * MarkSize) - 1;
        svg.Rectangle(x - (Side / 2), y - (Side / 2), Side, Side, svg.Look('f', 1), tooltip: tooltip, radius: 2);
        svg.Path($"M{Svg.Point(x - 3, y - 3)} L{Svg.Point(x + 3, y + 3)} M{Svg.Point(x + 3, y - 3)} L{Svg.Point(x - 3, y + 3)}", "w o");
    }

    private static void DiamondWithQuestionMark(Svg svg, double x, double y, string? tooltip)
    {
        const double Reach = MarkSize + 1;
        string[] corners = [Svg.Point(x, y - Reach), Svg.Point(x + Reach, y), Svg.Point(x, y + Reach), Svg.Point(x - Reach, y)];
        svg.Path($"M{string.Join(" L", corners)} Z", "e fbg", tooltip);
        svg.Text(x, y + 4, "?", "b", TextAnchor.Middle);
    }

    private static void Triangle(Svg svg, double x, double y, string? tooltip)
    {
        string[] corners =
            [Svg.Point(x - MarkSize, y + MarkSize - 1), Svg.Point(x + MarkSize, y + MarkSize - 1), Svg.Point(x - MarkSize, y - MarkSize)];
        svg.Path($"M{string.Join(" L", corners)} Z", "e fbg", tooltip);
    }

    private static void Dash(Svg svg, double x, double y, string? tooltip) =>
        svg.Path($"M{Svg.Point(x - 5, y)} H{Svg.Number(x + 5)}", "w x", tooltip);

    private static LegendEntry Entry(Sign sign) => new(sign.Legend, 2 * MarkSize, (svg, x, y) => sign.Draw(svg, x, y, null));

    private static string Counts(VerdictTally cell) =>
        string.Join(", ", Signs.Where(sign => sign.Count(cell) > 0).Select(sign => $"{sign.Count(cell)} {sign.Word}"));

    private static string Describe(VerdictChart chart) => string.Join(" ", chart.Rows.Select(row => $"{row.Label}: {Cells(chart, row)}."));

    private static string Cells(VerdictChart chart, VerdictRow row) => string.Join("; ",
        row.Cells.Zip(chart.Columns).Where(pair => Counts(pair.First).Length > 0).Select(pair => $"{pair.Second} {Counts(pair.First)}"));
}
