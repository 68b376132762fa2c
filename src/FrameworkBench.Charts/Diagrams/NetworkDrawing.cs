namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="NetworkDiagram"/>.</summary>
internal static class NetworkDrawing
{
    private const int MostUnits = 10;
    private const int Slots = 8;
    private const double Radius = 9;

    internal static Drawing Of(NetworkDiagram chart)
    {
        foreach (NetworkLayer layer in chart.Layers.Where(layer => layer.Units < 1))
            throw new ArgumentException($"Layer '{layer.Name}' of '{chart.Title}' has {layer.Units} units.", nameof(chart));
        return new Drawing([], (svg, frame) => Draw(svg, chart, frame), Describe(chart));
    }

    private static double Draw(Svg svg, NetworkDiagram chart, Frame frame)
    {
        double names = Math.Max(Room(chart.Layers.Count > 0 ? chart.Layers[0] : null), 40);
        double ends = Math.Max(Room(chart.Layers.Count > 1 ? chart.Layers[^1] : null), 40);
        double pitch = (frame.Width - names - ends) / Math.Max(1, chart.Layers.Count - 1);
        double X(int layer) => frame.Left + names + (layer * pitch);
        double height = chart.Layers.Select(layer => ColumnHeight(layer.Units, chart.PlotHeight)).DefaultIfEmpty(0).Max();
        double middle = frame.Top + 10 + (height / 2);
        var columns = chart.Layers.Select(layer => Column(layer.Units, middle, ColumnHeight(layer.Units, chart.PlotHeight))).ToList();

        for (int i = 1; i < columns.Count; i++)
            DrawJoins(svg, columns[i - 1], columns[i], X(i - 1), X(i));
        for (int i = 0; i < columns.Count; i++)
            DrawLayer(svg, chart.Layers[i], columns[i], X(i), middle, pitch, isFirst: i == 0);
        int details = chart.Layers.Select(layer => DetailLines(layer, pitch).Count).DefaultIfEmpty(0).Max();
        return middle + (height / 2) + 30 + (14 * details);

        static double Room(NetworkLayer? layer) =>
            layer?.UnitNames is { } units ? units.Max(name => TextWidth.Of(name)) + Radius + 10 : 0;
    }

    /// <summary>The unit's number and y of each drawn unit; of a large layer the first and last, with room between.</summary>
    private static List<(int Unit, double Y)> Column(int units, double middle, double height)
    {
        int slots = SlotsOf(units);
        double gap = (height - (2 * Radius)) / Math.Max(1, slots - 1);
        return
        [
            .. Enumerable.Range(0, slots)
                .Where(slot => units <= MostUnits || slot != Slots / 2)
                .Select(slot => (units <= MostUnits || slot < Slots / 2 ? slot : units - Slots + slot,
                    middle + ((slot - ((slots - 1) / 2.0)) * gap))),
        ];
    }

    private static int SlotsOf(int units) => units <= MostUnits ? units : Slots;

    private static double ColumnHeight(int units, double most) => Math.Min(most, ((SlotsOf(units) - 1) * 34) + (2 * Radius));

    private static void DrawJoins(Svg svg, List<(int Unit, double Y)> before, List<(int Unit, double Y)> after, double x1, double x2) =>
        svg.Path(string.Concat(before.SelectMany(one => after.Select(other => $"M{Svg.Point(x1, one.Y)}L{Svg.Point(x2, other.Y)}"))), "g");

    private static void DrawLayer(
        Svg svg, NetworkLayer layer, List<(int Unit, double Y)> column, double x, double middle, double pitch, bool isFirst)
    {
        foreach ((int unit, double y) in column)
        {
            svg.Path(Palette.Circle(x, y, Radius), "e fbg");
            if (layer.UnitNames is not { } names || unit >= names.Count) continue;
            if (isFirst) svg.Text(x - Radius - 6, y + 4, names[unit], "l", TextAnchor.End);
            else svg.Text(x + Radius + 6, y + 4, names[unit], "l o");
        }

        if (column.Count < layer.Units)
        {
            double gap = (column[(Slots / 2) - 1].Y + column[Slots / 2].Y) / 2;
            svg.Path(string.Concat(Enumerable.Range(-1, 3).Select(i => Palette.Circle(x, gap + (i * 6), 1.6))), "fi");
        }

        double bottom = middle + ((column[^1].Y - column[0].Y) / 2) + Radius;
        svg.Text(x, bottom + 20, $"{layer.Name} {layer.Units}", "b", TextAnchor.Middle);
        IReadOnlyList<string> lines = DetailLines(layer, pitch);
        for (int line = 0; line < lines.Count; line++)
            svg.Text(x, bottom + 36 + (14 * line), lines[line], "q", TextAnchor.Middle);
    }

    private static IReadOnlyList<string> DetailLines(NetworkLayer layer, double pitch) =>
        layer.Detail is { } detail ? TextWidth.Wrap(detail, Math.Max(60, pitch - 8)) : [];

    private static string Describe(NetworkDiagram chart) =>
        string.Join(", then ", chart.Layers.Select(layer =>
            $"{layer.Name} with {layer.Units} {(layer.Units == 1 ? "unit" : "units")}{(layer.Detail is null ? "" : $" ({layer.Detail})")}"))
                + ".";
}
