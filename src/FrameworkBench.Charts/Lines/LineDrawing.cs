using System.Text;

namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="LineChart"/>.</summary>
internal static class LineDrawing
{
    private const int MarkEveryPoint = 25;

    internal static Drawing Of(LineChart chart) =>
        new(Entries(chart), (svg, frame) => Draw(svg, chart, frame), Describe(chart));

    private static double Draw(Svg svg, LineChart chart, Frame frame)
    {
        PlotArea area = Area(chart, frame);
        area.DrawY(svg, chart.Y.Label, frame.Left);
        area.DrawX(svg, chart.X.Label, grid: false);
        svg.Clipped(area.Left - 6, area.Top - 6, area.Width + 12, area.Height + 12, () => DrawSeries(svg, chart, area));
        LineCuts.Mark(svg, chart, area, MarksEach);
        DrawReferences(svg, chart, area);
        DrawPointLabels(svg, chart, area);
        if (!chart.Series.Any(series => series.Points.Any(point => Shows(area, point))))
            svg.Text(area.Left + (area.Width / 2), area.Top + (area.Height / 2), "no data", "s", TextAnchor.Middle);

        double bottom = area.Bottom + 40;
        if (Hidden(chart, area) is > 0 and var hidden)
            svg.Text(
                frame.Left, bottom += 18,
                $"{hidden} {(hidden == 1 ? "point" : "points")} at 0 or below cannot be shown on a logarithmic axis.", "n");
        foreach (string line in LineCuts.Notes(chart, area, MarksEach).SelectMany(note => TextWidth.Wrap(note, frame.Width, 11)))
            svg.Text(frame.Left, bottom += 15, line, "n");
        return bottom;
    }

    private static bool MarksEach(Series series) => series.IsMarked
        && (series.Style == SeriesStyle.Points || series.Points.Count <= MarkEveryPoint);

    private static List<LegendEntry> Entries(LineChart chart)
    {
        var entries = new List<LegendEntry>();
        if (chart.Series.Count > 1 || chart.Series.Any(series => series.Name.Length > 0))
        {
            entries.AddRange(chart.Series.Select((series, i) => series.Style == SeriesStyle.Points
                ? LegendEntry.Marker(series.Name, series.Look ?? i)
                : LegendEntry.Line(series.Name, series.Look ?? i, series.IsMarked)));
        }

        if (chart.IntervalLabel is { } interval)
        {
            entries.Add(chart.Series.All(series => series.Style == SeriesStyle.Points)
                ? LegendEntry.ErrorBar(interval)
                : LegendEntry.Band(interval));
        }

        return entries;
    }

    private static PlotArea Area(LineChart chart, Frame frame)
    {
        double top = frame.Top + 24;
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        var y = Scale.Of(chart.Y,
            points.Where(point => Scale.CanShow(chart.X, point.X)).SelectMany(point => new[] { point.Y, point.Low, point.High })
                .Concat(chart.Horizontals.Select(line => line.Value)),
            top + chart.PlotHeight, top, spacing: 45, round: true);
        double left = frame.Left + PlotArea.LabelWidth(y) + 8;
        double right = frame.Right - 8;
        var x = Scale.Of(chart.X,
            points.Where(point => Scale.CanShow(chart.Y, point.Y)).Select(point => point.X),
            left + 6, right, spacing: 75, round: chart.Series.All(series => series.Style == SeriesStyle.Points));
        return new PlotArea(left, top, right - left, chart.PlotHeight, x, y);
    }

    private static bool Shows(PlotArea area, ChartPoint point) => area.X.Shows(point.X) && area.Y.Shows(point.Y);

    private static int Hidden(LineChart chart, PlotArea area) =>
        chart.Series.SelectMany(series => series.Points)
            .Count(point => double.IsFinite(point.X) && double.IsFinite(point.Y) && !Shows(area, point));

    private static void DrawSeries(Svg svg, LineChart chart, PlotArea area)
    {
        var all = chart.Series.Select((series, i) => (series, look: series.Look ?? i)).ToList();
        foreach ((Series series, int look) in all.Where(s => s.series.Style != SeriesStyle.Points))
            DrawBand(svg, series, look, area);
        foreach ((Series series, int look) in all.Where(s => s.series.Style != SeriesStyle.Points))
            DrawLine(svg, series, look, area);
        foreach ((Series series, int look) in all.Where(s => s.series.IsMarked))
            DrawMarkers(svg, series, look, area);
    }

    private static void DrawBand(Svg svg, Series series, int look, PlotArea area)
    {
        foreach (
            List<ChartPoint> run in Runs(
                series.Points, point => Shows(area, point) && !double.IsNaN(point.Low) && !double.IsNaN(point.High)))
        {
            List<(double X, double Y)> upper = Corners(run.Select(p => (area.X.Map(p.X), area.Y.MapClamped(p.High))), series.Style);
            List<(double X, double Y)> lower = Corners(run.Select(p => (area.X.Map(p.X), area.Y.MapClamped(p.Low))), series.Style);
            lower.Reverse();
            svg.Path($"M{Join(upper)} L{Join(lower)} Z", svg.Look('b', look));
        }
    }

    private static void DrawLine(Svg svg, Series series, int look, PlotArea area)
    {
        var data = new StringBuilder();
        foreach (List<ChartPoint> run in Runs(series.Points, point => Shows(area, point)))
        {
            List<(double X, double Y)> outline = Corners(run.Select(p => (area.X.Map(p.X), area.Y.Map(p.Y))), series.Style);
            if (outline.Count > 1) data.Append(data.Length > 0 ? " M" : "M").Append(Join(outline));
        }

        if (data.Length > 0) Marks.Path(svg, data.ToString(), look);
    }

    /// <summary>All markers of few points; of many a few, shifted by look so that they do not cover each other.</summary>
    private static void DrawMarkers(Svg svg, Series series, int look, PlotArea area)
    {
        var shown = series.Points.Where(point => Shows(area, point) && !LineCuts.IsBeyond(area, point)).ToList();
        double every = series.Style != SeriesStyle.Points && shown.Count > MarkEveryPoint ? shown.Count / 7.0 : 1;
        for (double i = every > 1 ? every * (0.25 + (Palette.Index(look) * 0.5 / Palette.Count)) : 0; i < shown.Count; i += every)
        {
            ChartPoint point = shown[(int)i];
            (double x, double y) = (area.X.Map(point.X), area.Y.Map(point.Y));
            if (series.Style == SeriesStyle.Points && !double.IsNaN(point.Low) && !double.IsNaN(point.High))
                Marks.Upright(svg, x, area.Y.MapClamped(point.Low), area.Y.MapClamped(point.High), $"w {svg.Look('c', look)}", covered: 12);
            Marks.Marker(
                svg, look, x, y,
                tooltip: every > 1 ? null
                : $"{series.Name}{(point.Label is null ? "" : ", " + point.Label)}: {Numbers.Alone(point.Y)} at {Numbers.Alone(point.X)}");
        }
    }

    private static void DrawReferences(Svg svg, LineChart chart, PlotArea area)
    {
        var level = chart.Horizontals.Where(line => area.Y.Shows(line.Value)).ToList();
        double[] labels = Spread.Apart([.. level.Select(line => area.Y.MapClamped(line.Value) - 5)], 14, area.Top + 10, area.Bottom - 4);
        for (int i = 0; i < level.Count; i++)
        {
            double y = area.Y.MapClamped(level[i].Value);
            svg.Line(area.Left, y, area.Right, y, "r");
            svg.Text(area.Right - 4, labels[i], level[i].Label, "l o", TextAnchor.End);
        }
    }

    private static void DrawPointLabels(Svg svg, LineChart chart, PlotArea area)
    {
        var points = chart.Series.SelectMany(series => series.Points).Where(point => Shows(area, point)).ToList();
        var placement = new LabelPlacement(area.Left, area.Top, area.Right, area.Bottom,
            points.Select(point => (area.X.Map(point.X), Reach(point, point.Low), Reach(point, point.High))));
        foreach (Series stairs in chart.Series.Where(series => series.Style == SeriesStyle.Step))
        {
            List<(double X, double Y)> corners =
                Corners(
                    stairs.Points.Where(point => Shows(area, point)).Select(point => (area.X.Map(point.X), area.Y.Map(point.Y))),
                    SeriesStyle.Step);
            foreach (((double X, double Y) one, (double X, double Y) other) in corners.Zip(corners.Skip(1)))
                placement.Avoid(one.X, one.Y, other.X, other.Y);
        }

        foreach (ChartPoint point in points.Where(point => point.Label is not null))
        {
            (double x, double y, TextAnchor anchor) = placement.Place(area.X.Map(point.X), area.Y.Map(point.Y), point.Label!);
            svg.Text(x, y, point.Label!, "l o", anchor);
        }

        double Reach(ChartPoint point, double end) => area.Y.MapClamped(double.IsNaN(end) ? point.Y : end);
    }

    private static IEnumerable<List<ChartPoint>> Runs(IReadOnlyList<ChartPoint> points, Func<ChartPoint, bool> shows)
    {
        var run = new List<ChartPoint>();
        foreach (ChartPoint point in points)
        {
            if (shows(point))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0) yield return run;
    }

    private static List<(double X, double Y)> Corners(IEnumerable<(double X, double Y)> points, SeriesStyle style)
    {
        var outline = new List<(double X, double Y)>();
        foreach ((double X, double Y) point in points)
        {
            if (style == SeriesStyle.Step && outline.Count > 0) outline.Add((point.X, outline[^1].Y));
            outline.Add(point);
        }

        return Outline.Simplified(outline);
    }

    private static string Join(IEnumerable<(double X, double Y)> points) =>
        string.Join(" L", points.Select(point => Svg.Point(point.X, point.Y)));

    private static string Describe(LineChart chart) =>
        $"{chart.Y.Label} against {chart.X.Label}. " + string.Join(" ", chart.Series.Select(series =>
            series.Points.Where(point => double.IsFinite(point.Y)).ToList() is { Count: > 0 } points
                ? $"{series.Name}: from {Numbers.Alone(points[0].Y, chart.Y.Numbers)} to {Numbers.Alone(points[^1].Y, chart.Y.Numbers)}."
                : $"{series.Name}: no data."));
}
