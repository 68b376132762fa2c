using System.Text;

namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="SpecificationCurve"/>.</summary>
internal static class SpecificationDrawing
{
    private const double CurveHeight = 230;
    private const double RowHeight = 15;
    private const double LabelLimit = 230;

    internal static Drawing Of(SpecificationCurve chart) => new(
        [
            new LegendEntry(chart.AboveMeaning, 12, (svg, x, y) => svg.Path(Bar(x, y - 6, y + 6), "w " + svg.Look('c', 0))),
            new LegendEntry(chart.BelowMeaning, 12, (svg, x, y) => svg.Path(Bar(x, y - 6, y + 6), "w " + svg.Look('c', 1))),
            new LegendEntry("within noise", 12, (svg, x, y) => svg.Path(Bar(x, y - 6, y + 6), "e")),
        ],
        (svg, frame) => Draw(svg, chart, frame),
        Describe(chart));

    private static double Draw(Svg svg, SpecificationCurve chart, Frame frame)
    {
        double left = frame.Left + Math.Min(LabelLimit, chart.Rows.Select(row => TextWidth.Of(row.Label) + 12).DefaultIfEmpty(0).Max())
            + 14;
        double width = frame.Right - left - 4;
        Func<int, double> x = place => left + (width * (place + 0.5) / Math.Max(1, chart.Points.Count));
        var y = Scale.Of(
            chart.Values, chart.Points.SelectMany(point => new[] { point.Estimate, point.Low, point.High }).Append(0),
            frame.Top + 22 + CurveHeight, frame.Top + 22, spacing: 40, round: true);
        var area = new PlotArea(left, frame.Top + 22, width, CurveHeight, y, y);
        area.DrawY(svg, chart.Values.Label, frame.Left);
        svg.Line(left, y.MapClamped(0), left + width, y.MapClamped(0), "e");
        DrawPoints(svg, chart, x, y);
        return DrawRows(svg, chart, x, frame, area.Bottom + 14);
    }

    // A path a look: there may be thousands of points.
    private static void DrawPoints(Svg svg, SpecificationCurve chart, Func<int, double> x, Scale y)
    {
        StringBuilder[] bars = [new(), new(), new()];
        var marks = new StringBuilder();
        for (int i = 0; i < chart.Points.Count; i++)
        {
            SpecificationPoint point = chart.Points[i];
            double at = x(i), middle = y.MapClamped(point.Estimate);
            int look = point.Low > 0 ? 0 : point.High < 0 ? 1 : 2;
            bars[look].Append(Bar(at, y.MapClamped(point.Low), y.MapClamped(point.High)));
            marks.Append($"M{Svg.Point(at - 1, middle)} h2 ");
        }

        svg.Path(bars[2].ToString(), "e");
        svg.Path(bars[0].ToString(), "w " + svg.Look('c', 0));
        svg.Path(bars[1].ToString(), "w " + svg.Look('c', 1));
        svg.Path(marks.ToString(), "w x");
    }

    private static double DrawRows(Svg svg, SpecificationCurve chart, Func<int, double> x, Frame frame, double top)
    {
        string dimension = "";
        double y = top;
        foreach (SpecificationRow row in chart.Rows)
        {
            if (row.Dimension != dimension)
            {
                y += 6;
                svg.Text(frame.Left, y + 4, row.Dimension, "b");
                y += RowHeight;
                dimension = row.Dimension;
            }

            svg.Text(frame.Left + 12, y + 4, TextWidth.Shorten(row.Label, LabelLimit), "l");
            var ticks = new StringBuilder();
            for (int i = 0; i < row.Made.Count; i++)
            {
                if (row.Made[i])
                    ticks.Append(Bar(x(i), y - 5, y + 5));
            }

            svg.Path(ticks.ToString(), "x", $"{row.Dimension}: {row.Label}");
            y += RowHeight;
        }

        return y + 6;
    }

    private static string Bar(double x, double low, double high) => $"M{Svg.Point(x, low)} V{Svg.Number(high)} ";

    private static string Describe(SpecificationCurve chart) =>
        chart.Points.Count == 0 ? "No specification."
        : $"{chart.Points.Count} specifications, from {Numbers.Alone(chart.Points[0].Estimate, chart.Values.Numbers)} to "
            + $"{Numbers.Alone(chart.Points[^1].Estimate, chart.Values.Numbers)}: {chart.Points.Count(point => point.Low > 0)} "
            + $"{chart.AboveMeaning}, {chart.Points.Count(point => point.High < 0)} {chart.BelowMeaning}.";
}
