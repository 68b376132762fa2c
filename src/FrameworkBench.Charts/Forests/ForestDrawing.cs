namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="ForestChart"/>.</summary>
internal static class ForestDrawing
{
    private const double RowHeight = 22;
    private const double LabelLimit = 260;
    private const double DetailLimit = 210;

    internal static Drawing Of(ForestChart chart) =>
        new(Entries(chart), (svg, frame) => Draw(svg, chart, frame), Describe(chart));

    private static double Draw(Svg svg, ForestChart chart, Frame frame)
    {
        PlotArea area = Area(chart, frame with { Top = frame.Top + (HasMeanings(chart) ? 30 : 6) });
        DrawRegion(svg, chart, area);
        area.DrawX(svg, chart.Values.Label, grid: true);
        if (chart.Reference is { } reference && area.X.Shows(reference))
            svg.Line(area.X.MapClamped(reference), area.Top, area.X.MapClamped(reference), area.Bottom, "e");
        DrawMeanings(svg, chart, area, frame);
        DrawRows(svg, chart, area, frame);
        return area.Bottom + 40;
    }

    private static bool HasMeanings(ForestChart chart) => chart.LeftMeaning is not null || chart.RightMeaning is not null;

    private static List<LegendEntry> Entries(ForestChart chart)
    {
        var entries = new List<LegendEntry>();
        if (chart.IntervalLabel is { } interval) entries.Add(LegendEntry.ErrorBar(interval));
        if (chart.Reference is not null && chart.Equivalence > 0)
            entries.Add(LegendEntry.Band($"practically equal (±{Numbers.Alone(chart.Equivalence, chart.Values.Numbers)})"));
        if (chart.Reference is { } reference && chart.Rows.Count > 0)
        {
            entries.Add(new LegendEntry($"whole interval beyond {Numbers.Alone(reference, chart.Values.Numbers)}", 22, (svg, x, y) =>
            {
                Marks.Marker(svg, 0, x - 6, y);
                Marks.Marker(svg, 1, x + 6, y);
            }));
            entries.Add(new LegendEntry("undecided", 10, (svg, x, y) => svg.Path(Palette.Circle(x, y, 4), "e fbg")));
        }

        return entries;
    }

    private static PlotArea Area(ForestChart chart, Frame frame)
    {
        double left = frame.Left + Math.Min(LabelLimit, chart.Rows
            .Select(row => TextWidth.Of(row.Label, bold: row.IsSummary) + (row.Group is null ? 0 : 12))
            .Concat(chart.Rows.Select(row => TextWidth.Of(row.Group ?? "", bold: true))).DefaultIfEmpty(0).Max()) + 12;
        double details = chart.Rows.Select(row => TextWidth.Of(row.Detail ?? "")).DefaultIfEmpty(0).Max();
        double right = frame.Right - (details > 0 ? Math.Min(DetailLimit, details) + 14 : 8);
        double[] region = chart.Reference is { } reference
            ? new[] { reference, reference - chart.Equivalence, reference + chart.Equivalence }
            : [];
        var x = Scale.Of(chart.Values,
            chart.Rows.SelectMany(row => new[] { row.Estimate, row.Low, row.High }).Concat(region),
            left, right, spacing: 75, round: true);
        double height = ((chart.Rows.Count + Headings(chart)) * RowHeight) + 8;
        return new PlotArea(left, frame.Top, right - left, Math.Max(height, 2 * RowHeight), x, x);
    }

    private static int Headings(ForestChart chart) =>
        chart.Rows.Where((row, i) => row.Group is not null && (i == 0 || chart.Rows[i - 1].Group != row.Group)).Count();

    private static void DrawRegion(Svg svg, ForestChart chart, PlotArea area)
    {
        if (chart.Reference is not { } reference || chart.Equivalence <= 0) return;
        double low = area.X.MapClamped(reference - chart.Equivalence);
        svg.Rectangle(low, area.Top, area.X.MapClamped(reference + chart.Equivalence) - low, area.Height, "fg");
    }

    private static void DrawMeanings(Svg svg, ForestChart chart, PlotArea area, Frame frame)
    {
        if (!HasMeanings(chart)) return;
        double middle = chart.Reference is { } reference ? area.X.MapClamped(reference) : area.Left + (area.Width / 2);
        if (chart.LeftMeaning is { } left)
            svg.Text(
                Math.Max(middle - 10, frame.Left + TextWidth.Of("← " + left, bold: true)), area.Top - 10, "← " + left, "b", TextAnchor.End);
        if (chart.RightMeaning is { } right)
            svg.Text(Math.Min(middle + 10, frame.Right - TextWidth.Of(right + " →", bold: true)), area.Top - 10, right + " →", "b");
    }

    private static void DrawRows(Svg svg, ForestChart chart, PlotArea area, Frame frame)
    {
        double y = area.Top + 4 + (RowHeight / 2);
        string? group = null;
        foreach (ForestRow row in chart.Rows)
        {
            if (row.Group is not null && row.Group != group)
            {
                svg.Text(frame.Left, y + 4, TextWidth.Shorten(row.Group, area.Left - frame.Left - 4), "b");
                y += RowHeight;
            }

            group = row.Group;
            int indent = row.Group is null ? 0 : 12;
            svg.Text(
                frame.Left + indent, y + 4, TextWidth.Shorten(row.Label, area.Left - frame.Left - indent - 8), row.IsSummary ? "b" : "l");
            if (row.Detail is not null)
                svg.Text(frame.Right, y + 4, TextWidth.Shorten(row.Detail, DetailLimit), row.IsSummary ? "b" : "q", TextAnchor.End);
            DrawRow(svg, chart, area, row, y);
            y += RowHeight;
        }

        if (chart.Rows.Count == 0)
            svg.Text(area.Left + (area.Width / 2), area.Top + (area.Height / 2) + 4, "no data", "s", TextAnchor.Middle);
    }

    private static void DrawRow(Svg svg, ForestChart chart, PlotArea area, ForestRow row, double y)
    {
        if (!area.X.Shows(row.Estimate))
        {
            svg.Text(area.Left + (area.Width / 2), y + 4, "no estimate", "n o", TextAnchor.Middle);
            return;
        }

        int? look = Side(chart, row);
        string stroke = look is { } side ? svg.Look('c', side) : "x";
        string fill = look is { } inside ? svg.Look('f', inside) : "fbg";
        bool hasInterval = !double.IsNaN(row.Low) && !double.IsNaN(row.High);
        (double low, double high) = (area.X.MapClamped(row.Low), area.X.MapClamped(row.High));
        double x = area.X.MapClamped(row.Estimate);
        string tooltip = $"{row.Label}: {Numbers.Alone(row.Estimate, chart.Values.Numbers)}"
            + (hasInterval ? $" [{Numbers.Alone(row.Low, chart.Values.Numbers)}, {Numbers.Alone(row.High, chart.Values.Numbers)}]" : "");
        if (row.IsSummary && hasInterval)
        {
            svg.Path(
                $"M{Svg.Point(low, y)} L{Svg.Point(x, y - 7)} L{Svg.Point(high, y)} L{Svg.Point(x, y + 7)} Z",
                $"w {stroke} {(look is null ? "fx" : fill)}", tooltip);
            return;
        }

        if (hasInterval)
        {
            svg.Path($"M{Svg.Point(low, y)} H{Svg.Number(high)}{End(row.Low, low, -1)}{End(row.High, high, 1)}", $"w {stroke}");
        }

        if (look is { } decided) Marks.Marker(svg, decided, x, y, 4.5, tooltip);
        else svg.Path(Palette.Circle(x, y, 4.5), "w x fbg", tooltip);

        string End(double value, double at, int direction) =>
            value < area.X.Low || value > area.X.High
                ? $" M{Svg.Point(at - (direction * 6), y - 4)} L{Svg.Point(at, y)} L{Svg.Point(at - (direction * 6), y + 4)}"
                : $" M{Svg.Point(at, y - 4)} v8";
    }

    /// <summary>Look 1 when the interval lies wholly left of the reference, 0 when wholly right of it, else null.</summary>
    private static int? Side(ForestChart chart, ForestRow row)
    {
        if (chart.Reference is not { } reference) return 0;
        if (row.High < reference) return 1;
        return row.Low > reference ? 0 : null;
    }

    private static string Describe(ForestChart chart) =>
        $"{chart.Values.Label}. " + string.Join(" ", chart.Rows.Select(row =>
            $"{row.Label}: {Numbers.Alone(row.Estimate, chart.Values.Numbers)}"
            + (double.IsNaN(row.Low) || double.IsNaN(row.High)
                ? "." : $", from {Numbers.Alone(row.Low, chart.Values.Numbers)} to {Numbers.Alone(row.High, chart.Values.Numbers)}.")));
}
