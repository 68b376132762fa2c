namespace FrameworkBench.Charts;

/// <summary>Draws <see cref="Panels"/>.</summary>
internal static class PanelsDrawing
{
    private const double Gap = 28;

    internal static Drawing Of(Panels chart)
    {
        if (chart.Columns < 1) throw new ArgumentException($"'{chart.Title}' has {chart.Columns} columns.", nameof(chart));
        if (chart.Charts.Any(panel => panel is Panels))
            throw new ArgumentException($"'{chart.Title}' has panels inside panels.", nameof(chart));

        var panels = chart.Charts.Select(panel => (Chart: panel, Drawing: Drawing.Of(panel))).ToList();
        List<LegendEntry>? shared = Shared(panels);
        return new Drawing(
            shared ?? [],
            (svg, frame) => Draw(svg, panels, chart.Columns, shared is not null, frame),
            string.Join(" ", panels.Select(panel =>
                (panel.Chart.Title.Length == 0 ? "" : panel.Chart.Title + ": ") + panel.Drawing.Description)));
    }

    /// <summary>All entries once, when the panels are of one kind, no name means two looks and no look two names; else null.</summary>
    private static List<LegendEntry>? Shared(List<(Chart Chart, Drawing Drawing)> panels)
    {
        var names = panels.SelectMany(panel => panel.Drawing.Legend).GroupBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        return panels.DistinctBy(panel => panel.Chart.GetType()).Count() == 1
            && names.All(entries => entries.DistinctBy(entry => entry.Look).Count() == 1)
            && names.Where(entries => entries.First().Look is not null).GroupBy(entries => entries.First().Look)
                .All(look => look.Count() == 1)
            ? [.. names.Select(entries => entries.First()).OrderBy(entry => entry.Look ?? int.MaxValue)]
            : null;
    }

    private static double Draw(
        Svg svg, List<(Chart Chart, Drawing Drawing)> panels, int columns, bool isShared, Frame frame)
    {
        double width = (frame.Width - ((columns - 1) * Gap)) / columns;
        double top = frame.Top;
        foreach ((Chart Chart, Drawing Drawing)[] row in panels.Chunk(columns))
        {
            // A title or legend that wraps in one panel moves the plots of the whole row.
            double titled = row.Select((panel, i) => DrawTitle(svg, panel.Chart, new Frame(frame.Left + (i * (width + Gap)), top, width)))
                .Max();
            double begun = isShared ? titled : row.Select((panel, i) =>
                Legend.Draw(svg, panel.Drawing.Legend, new Frame(frame.Left + (i * (width + Gap)), titled + 10, width))).Max();
            top = row.Select((panel, i) =>
                panel.Drawing.Body(svg, new Frame(frame.Left + (i * (width + Gap)), begun + (isShared ? 8 : 2), width))).Max() + 12;
        }

        return top - 12;
    }

    private static double DrawTitle(Svg svg, Chart chart, Frame frame)
    {
        double y = frame.Top;
        foreach (string line in TextWidth.Wrap(chart.Title, frame.Width, 14, bold: true))
            svg.Text(frame.Left, y += 18, line, "u");
        foreach (string line in TextWidth.Wrap(chart.Subtitle ?? "", frame.Width))
            svg.Text(frame.Left, y += 16, line, "q");
        return y;
    }
}
