namespace FrameworkBench.Charts;

/// <summary>Draws <see cref="ParallelCoordinates"/>.</summary>
internal static class ParallelDrawing
{
    private const double Absent = 22;

    internal static Drawing Of(ParallelCoordinates chart)
    {
        foreach (ParallelTrial trial in chart.Trials.Where(trial => trial.Settings.Count != chart.Settings.Count))
        {
            throw new ArgumentException(
                $"A trial of '{chart.Title}' has {trial.Settings.Count} settings for {chart.Settings.Count} axes.", nameof(chart));
        }

        List<ParallelTrial> shown = Ordered(chart);
        return new Drawing(shown.Count == 0 ? [] : Entries(chart), (svg, frame) => Draw(svg, chart, shown, frame), Describe(chart, shown));
    }

    /// <summary>Worst first, so that the best lies on top.</summary>
    private static List<ParallelTrial> Ordered(ParallelCoordinates chart) =>
        [.. chart.Trials.Where(trial => Scale.CanShow(chart.Outcome, trial.Outcome)).OrderBy(trial => trial.Outcome)];

    private static List<LegendEntry> Entries(ParallelCoordinates chart) =>
    [
        new LegendEntry($"worst to best {chart.Outcome.Label}", 84, (svg, x, y) =>
        {
            for (int step = 2; step < Heat.Steps; step++)
                svg.Rectangle(x - 42 + ((step - 2) * 12), y - 3, 12, 6, svg.Heat(step));
        }),
        new LegendEntry(
            "best trial", 26, (svg, x, y) => svg.Path($"M{Svg.Point(x - 13, y)} H{Svg.Number(x + 13)}", $"z {svg.Look('c', 1)}")),
    ];

    private static double Draw(Svg svg, ParallelCoordinates chart, List<ParallelTrial> shown, Frame frame)
    {
        double top = frame.Top + 14
            + (15 * Math.Min(2, chart.Settings.Select(axis => axis.Axis).Append(chart.Outcome).Max(axis => axis.Label.Split(' ').Length)));
        double bottom = top + chart.PlotHeight;
        ParallelAxis[] axes = [.. chart.Settings, new ParallelAxis(chart.Outcome)];
        Scale[] scales = [.. axes.Select((axis, i) => ScaleOf(axis, shown.Select(trial => Value(trial, i)), bottom, top))];
        double first = frame.Left + Math.Max(30, scales[0].Ticks.Select(tick => TextWidth.Of(tick.Label)).DefaultIfEmpty(0).Max() + 12);
        double pitch = (frame.Right - 30 - first) / Math.Max(1, axes.Length - 1);
        double X(int axis) => first + (axis * pitch);
        bool hasAbsent = shown.Any(trial => trial.Settings.Where((value, i) => !scales[i].Shows(value)).Any());
        double Y(ParallelTrial trial, int axis) =>
            scales[axis].Shows(Value(trial, axis)) ? scales[axis].MapClamped(Value(trial, axis)) : bottom + Absent;

        for (int i = 0; i < shown.Count; i++)
        {
            bool isBest = i == shown.Count - 1;
            int step = 2 + (int)Math.Round(6.0 * i / Math.Max(1, shown.Count - 1));
            svg.Path(
                "M" + string.Join("L", axes.Select((_, axis) => Svg.Point(X(axis), Y(shown[i], axis)))),
                isBest ? $"z {svg.Look('c', 1)}" : $"w {svg.HeatLine(step)}",
                $"{chart.Outcome.Label} {Numbers.Alone(shown[i].Outcome, chart.Outcome.Numbers)}: "
                    + string.Join(", ", chart.Settings.Select((axis, s) =>
                    $"{axis.Axis.Label} {Text(axis, shown[i].Settings[s])}")));
        }

        for (int i = 0; i < axes.Length; i++)
            DrawAxis(svg, axes[i], scales[i], X(i), top, bottom, pitch, frame);
        if (shown.Count == 0) svg.Text(frame.Center, (top + bottom) / 2, "no data", "s", TextAnchor.Middle);

        if (hasAbsent) svg.Text(frame.Left, bottom + Absent + 4, "not set", "n o");
        bottom += hasAbsent ? Absent + 10 : 8;
        if (chart.Trials.Count - shown.Count is > 0 and var failed)
            svg.Text(frame.Left, bottom += 16, $"{failed} {(failed == 1 ? "trial" : "trials")} without an outcome left out.", "n");
        return bottom;
    }

    private static Scale ScaleOf(ParallelAxis axis, IEnumerable<double> values, double bottom, double top)
    {
        if (axis.Names is not { } names)
            return Scale.Of(axis.Axis, values, bottom, top, spacing: 45, round: true);
        return Scale.OfNames(names, bottom - 14, top + 14);
    }

    private static double Value(ParallelTrial trial, int axis) =>
        axis < trial.Settings.Count ? trial.Settings[axis] : trial.Outcome;

    private static void DrawAxis(
        Svg svg, ParallelAxis axis, Scale scale, double x, double top, double bottom, double pitch, Frame frame)
    {
        svg.Line(x, top, x, bottom, "e");
        var lines = TextWidth.Wrap(axis.Axis.Label, pitch - 8, bold: true).Take(2).ToList();
        for (int line = 0; line < lines.Count; line++)
        {
            double half = TextWidth.Of(lines[line], bold: true) / 2;
            svg.Text(
                Math.Clamp(x, frame.Left + half, frame.Right - half), top - 12 - (15 * (lines.Count - 1 - line)), lines[line], "b",
                TextAnchor.Middle);
        }

        foreach (Tick tick in scale.Ticks)
        {
            svg.Line(x - 4, scale.Map(tick.Value), x, scale.Map(tick.Value), "e");
            svg.Text(x - 7, scale.Map(tick.Value) + 4, TextWidth.Shorten(tick.Label, pitch - 12), "n o", TextAnchor.End);
        }
    }

    private static string Text(ParallelAxis axis, double value) =>
        axis.Names is { } names && value >= 0 && value < names.Count ? names[(int)value] : Numbers.Alone(value, axis.Axis.Numbers);

    private static string Describe(ParallelCoordinates chart, List<ParallelTrial> shown) => shown.Count == 0
        ? "No trial has an outcome."
        : $"{shown.Count} trials. The best has {chart.Outcome.Label} {Numbers.Alone(shown[^1].Outcome, chart.Outcome.Numbers)} with "
            + string.Join(", ", chart.Settings.Select((axis, i) => $"{axis.Axis.Label} {Text(axis, shown[^1].Settings[i])}")) + ".";
}
