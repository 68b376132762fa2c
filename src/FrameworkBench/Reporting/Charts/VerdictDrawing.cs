using FrameworkBench.Claims;

namespace FrameworkBench.Reporting.Charts;

/// <summary>Draws a <see cref="VerdictChart"/>.</summary>
internal static class VerdictDrawing
{
    private const double RowHeight = 24;
    private const double LineHeight = 15;
    private const double MarkSize = 6.5;
    private const double Place = 37;

    private static readonly Ruling[] Judged = [Ruling.Holds, Ruling.DoesNotHold, Ruling.Inconclusive, Ruling.ByConstruction];

    internal static Drawing Of(VerdictChart chart)
    {
        foreach (VerdictRow row in chart.Rows.Where(row => row.Cells.Count != chart.Columns.Count))
            throw new ArgumentException($"Row '{row.Label}' of '{chart.Title}' has {row.Cells.Count} cells for {chart.Columns.Count} columns.", nameof(chart));
        return new Drawing([.. Enum.GetValues<Ruling>().Select(Entry)], (svg, frame) => Draw(svg, chart, frame), Describe(chart));
    }

    private static double Draw(Svg svg, VerdictChart chart, Frame frame)
    {
        double left = frame.Right - (VerdictChart.ColumnWidth * chart.Columns.Count);
        double y = frame.Top + 8;
        for (int i = 0; i < chart.Columns.Count; i++)
            svg.Text(left + (VerdictChart.ColumnWidth * i) + 4, y + 12, TextWidth.Shorten(chart.Columns[i], VerdictChart.ColumnWidth - 6), "b");

        y += 18;
        svg.Line(frame.Left, y, frame.Right, y, "x");
        foreach (VerdictRow row in chart.Rows)
            y = DrawRow(svg, chart, row, frame, left, y);
        if (chart.Rows.Count == 0)
            svg.Text(frame.Centre, (y += RowHeight) - 6, "no claims", "s", TextAnchor.Middle);
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
            DrawCell(svg, row.Cells[i], left + (VerdictChart.ColumnWidth * i) + 4, y, $"{row.Label}, {chart.Columns[i]}: {Count(row.Cells[i])}");
        svg.Line(frame.Left, y + height, frame.Right, y + height, "g");
        return y + height;
    }

    /// <summary>Each ruling has its place, so that equal marks stand below each other; not judged is told where nothing else is.</summary>
    private static void DrawCell(Svg svg, VerdictTally cell, double left, double y, string tooltip)
    {
        for (int i = 0; i < Judged.Length; i++)
        {
            if (cell[Judged[i]] is not (> 0 and int count))
                continue;
            double x = left + (Place * i) + MarkSize;
            Mark(svg, Judged[i], x, y + 12, tooltip);
            svg.Text(x + MarkSize + 3, y + 16, $"{count}", "l");
        }

        if (cell.Rulings.Count > 0 && cell[Ruling.NotJudged] == cell.Rulings.Count)
            Mark(svg, Ruling.NotJudged, left + MarkSize, y + 12, tooltip);
    }

    /// <summary>A filled circle with a tick, a filled square with a cross, a hollow diamond with a question mark, a dash.</summary>
    private static void Mark(Svg svg, Ruling ruling, double x, double y, string? tooltip = null)
    {
        double r = MarkSize;
        switch (ruling)
        {
            case Ruling.Holds:
                svg.Path(Palette.Circle(x, y, r), svg.Look('f', 0), tooltip);
                svg.Path($"M{Svg.Point(x - 3.6, y + 0.2)} L{Svg.Point(x - 1, y + 2.9)} L{Svg.Point(x + 3.6, y - 2.7)}", "w o");
                break;
            case Ruling.DoesNotHold:
                svg.Rectangle(x - r + 0.5, y - r + 0.5, (2 * r) - 1, (2 * r) - 1, svg.Look('f', 1), tooltip: tooltip, radius: 2);
                svg.Path($"M{Svg.Point(x - 3, y - 3)} L{Svg.Point(x + 3, y + 3)} M{Svg.Point(x + 3, y - 3)} L{Svg.Point(x - 3, y + 3)}", "w o");
                break;
            case Ruling.Inconclusive:
                svg.Path($"M{Svg.Point(x, y - r - 1)} L{Svg.Point(x + r + 1, y)} L{Svg.Point(x, y + r + 1)} L{Svg.Point(x - r - 1, y)} Z", "e fbg", tooltip);
                svg.Text(x, y + 4, "?", "b", TextAnchor.Middle);
                break;
            case Ruling.ByConstruction:
                svg.Path($"M{Svg.Point(x - r, y + r - 1)} L{Svg.Point(x + r, y + r - 1)} L{Svg.Point(x - r, y - r)} Z", "e fbg", tooltip);
                break;
            default:
                svg.Path($"M{Svg.Point(x - 5, y)} H{Svg.Number(x + 5)}", "w x", tooltip);
                break;
        }
    }

    private static LegendEntry Entry(Ruling ruling) => new(Words(ruling), 2 * MarkSize, (svg, x, y) => Mark(svg, ruling, x, y));

    private static string Words(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "holds: the whole interval agrees",
        Ruling.DoesNotHold => "does not hold: the whole interval contradicts",
        Ruling.Inconclusive => "inconclusive: the interval reaches to both sides",
        Ruling.ByConstruction => "by construction: nothing random could contradict it",
        _ => "not judged",
    };

    private static string Count(VerdictTally cell) => string.Join(", ", cell.Rulings.GroupBy(ruling => ruling).OrderBy(same => same.Key).Select(same => $"{same.Count()} {Short(same.Key)}"));

    private static string Short(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "hold",
        Ruling.DoesNotHold => "do not hold",
        Ruling.Inconclusive => "inconclusive",
        Ruling.ByConstruction => "by construction",
        _ => "not judged",
    };

    private static string Describe(VerdictChart chart) => string.Join(" ", chart.Rows.Select(row =>
        $"{row.Label}: " + string.Join("; ", row.Cells.Select((cell, i) => (cell, i)).Where(pair => pair.cell.Rulings.Count > 0).Select(pair => $"{chart.Columns[pair.i]} {Count(pair.cell)}")) + "."));
}
