namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="HeatMap"/>.</summary>
internal static class HeatMapDrawing
{
    private const double LeastLabel = 120;
    private const double MostLabel = 330;
    private const double LeastCellWidth = 44;
    private const double MostCellWidth = 72;
    private const int ManyRows = 12;
    private const double LowCell = 22;
    private const int Middle = Heat.Steps / 2;

    /// <summary>How a cell gets its step of colour, and which values have none.</summary>
    private sealed record CellLook(Func<int, int, double, int> Step, Func<double, bool> Shows, bool IsDiverging);

    internal static Drawing Of(HeatMap chart)
    {
        if (new[] { chart.Values, chart.Shades ?? chart.Values }.Any(
            grid => grid.Count != chart.Rows.Count || grid.Any(row => row.Count != chart.Columns.Count)))
        {
            throw new ArgumentException(
                $"'{chart.Title}' has {chart.Rows.Count} rows and {chart.Columns.Count} columns, but its values do not.", nameof(chart));
        }

        Scale scale = ScaleOf(chart);
        IReadOnlyList<IReadOnlyList<double>> shades = chart.Shades ?? chart.Values;
        var look = new CellLook((row, column, _) => Heat.Step(scale.MapClamped(shades[row][column])), scale.Shows, chart.IsDiverging);
        return new Drawing(Entries(chart, scale), (svg, frame) => Draw(svg, chart, look, frame), Describe(chart));
    }

    internal static Drawing Of(ConfusionMatrix chart)
    {
        var heat = new HeatMap(chart.Title, chart.Classes, chart.Classes, chart.Counts)
        {
            RowsLabel = "true",
            ColumnsLabel = "predicted",
            IsDiverging = true,
        };
        Drawing plain = Of(heat);
        double Share(int row, double value) => value / chart.Counts[row].Where(double.IsFinite).Sum();
        double Largest(bool onDiagonal) => chart.Counts
            .SelectMany(
                (row, r) => row.Where((value, c) => (r == c) == onDiagonal && value > 0 && double.IsFinite(value))
                .Select(value => Share(r, value))).DefaultIfEmpty(1).Max();
        (double right, double wrong) = (Largest(onDiagonal: true), Largest(onDiagonal: false));
        var look = new CellLook((row, column, value) => value == 0 ? Middle
            : row == column ? Middle + Step(Share(row, value) / right)
            : Middle - Step(Share(row, value) / wrong), double.IsFinite, IsDiverging: true);
        return new Drawing(
            [Swatches("correct: darker for a larger share of the true class", +1), Swatches("errors: likewise", -1)],
            (svg, frame) => Draw(svg, heat, look, frame), plain.Description);
    }

    // From 1 to 3; the largest share is its own third however it is rounded.
    private static int Step(double share) => Math.Clamp((int)Math.Ceiling((3 * share) - 1e-9), 1, 3);

    private static LegendEntry Swatches(string name, int direction) => new(name, 36, (svg, x, y) =>
    {
        for (int step = 0; step < 3; step++)
            svg.Rectangle(x - 18 + (step * 12), y - 6, 12, 12, svg.Heat(Middle + (direction * (step + 1)), diverging: true));
    });

    // The scale maps to 0 … 1, which becomes a step of colour.
    private static Scale ScaleOf(HeatMap chart)
    {
        var values = (chart.Shades ?? chart.Values).SelectMany(row => row).Where(value => Scale.CanShow(chart.Scale, value)).ToList();
        if (!chart.IsDiverging) return Scale.Of(chart.Scale, values, 0, 1, spacing: 1, round: false);
        double reach = values.Select(Math.Abs).DefaultIfEmpty(1).Max();
        return Scale.Of(chart.Scale with { Minimum = chart.Scale.Minimum ?? -reach, Maximum = chart.Scale.Maximum ?? reach },
            [], 0, 1, spacing: 1, round: false);
    }

    private static List<LegendEntry> Entries(HeatMap chart, Scale scale)
    {
        string text = $"{Numbers.Alone(scale.Low, chart.Scale.Numbers)} to {Numbers.Alone(scale.High, chart.Scale.Numbers)}";
        return
        [
            new LegendEntry(chart.ShadeLabel ?? $"{text} {chart.Scale.Label}".TrimEnd(), Heat.Steps * 12, (svg, x, y) =>
            {
                for (int step = 0; step < Heat.Steps; step++)
                    svg.Rectangle(x + ((step - (Heat.Steps / 2.0)) * 12), y - 6, 12, 12, svg.Heat(step, chart.IsDiverging));
            }),
        ];
    }

    private static double Draw(Svg svg, HeatMap chart, CellLook look, Frame frame)
    {
        double limit = Math.Clamp(frame.Width - (chart.Columns.Count * LeastCellWidth) - 10, LeastLabel, MostLabel);
        var labels = chart.Rows.Select(row => TextWidth.Shorten(row, limit)).ToList();
        double left = frame.Left + labels.Select(label => TextWidth.Of(label)).DefaultIfEmpty(0).Max() + 10;
        double width = Math.Min(MostCellWidth, (frame.Right - left) / Math.Max(1, chart.Columns.Count));
        double height = chart.Rows.Count > ManyRows ? Math.Min(LowCell, width) : Math.Clamp(width, 20, 30);
        bool isTurned = chart.Columns.Any(column => TextWidth.Of(column) > width - 4);
        double top = frame.Top + 6;
        if (chart.RowsLabel is not null || chart.ColumnsLabel is not null)
        {
            string rows = chart.RowsLabel is null ? "" : chart.RowsLabel + " ↓";
            svg.Text(frame.Left, top += 12, rows, "b");
            if (chart.ColumnsLabel is { } columns)
                svg.Text(Math.Max(left, frame.Left + TextWidth.Of(rows, bold: true) + 16), top, columns + " →", "b");
        }

        top += isTurned ? Math.Min(110, chart.Columns.Max(column => TextWidth.Of(column)) * 0.72) + 14 : 22;

        for (int column = 0; column < chart.Columns.Count; column++)
        {
            double x = left + ((column + 0.5) * width);
            if (isTurned) svg.Text(x + 2, top - 6, TextWidth.Shorten(chart.Columns[column], 150), "l", turn: -45);
            else svg.Text(x, top - 7, chart.Columns[column], "l", TextAnchor.Middle);
        }

        Func<double, string> text = Numbers.Together(chart.Values.SelectMany(row => row), chart.Scale.Numbers);
        bool hasRoom = chart.Values.SelectMany(row => row).Where(double.IsFinite).All(value => TextWidth.Of(text(value)) <= width);
        for (int row = 0; row < chart.Rows.Count; row++)
        {
            svg.Text(left - 8, top + ((row + 0.5) * height) + 4, labels[row], "l", TextAnchor.End);
            for (int column = 0; column < chart.Columns.Count; column++)
                DrawCell(svg, chart, look, text, hasRoom, row, column, left + (column * width), top + (row * height), width, height);
        }

        return MissingValues.Write(svg, frame with { Top = top + (chart.Rows.Count * height) + 4 }, Missing(chart, width));
    }

    // Reasons that do not stand in their cells.
    private static IEnumerable<(string Reason, string Of, string By)> Missing(HeatMap chart, double width) =>
        from row in Enumerable.Range(0, chart.Rows.Count)
        from column in Enumerable.Range(0, chart.Columns.Count)
        let reason = double.IsNaN(chart.Values[row][column]) ? chart.Reasons?[row][column] : null
        where reason is not null && TextWidth.Of(reason, 11) > width
        select (reason, chart.Rows[row], chart.Columns[column]);

    private static void DrawCell(
        Svg svg, HeatMap chart, CellLook look, Func<double, string> text, bool hasRoom, int row, int column, double x, double y,
        double width, double height)
    {
        double value = chart.Values[row][column];
        string number = double.IsNaN(value) && chart.Reasons?[row][column] is { } reason ? reason : text(value);
        string tooltip = $"{chart.Rows[row]}, {chart.Columns[column]}: {number}";
        if (!look.Shows(value))
        {
            bool isWord = !double.IsFinite(value) && TextWidth.Of(number, 11) <= width;
            svg.Rectangle(x + 0.5, y + 0.5, width - 1, height - 1, "fbg g", tooltip: tooltip);
            svg.Text(x + (width / 2), y + (height / 2) + 4, isWord ? number : "–", "n", TextAnchor.Middle);
            return;
        }

        int step = look.Step(row, column, value);
        svg.Rectangle(x + 0.5, y + 0.5, width - 1, height - 1, svg.Heat(step, look.IsDiverging), tooltip: tooltip);
        if (hasRoom && value != 0)
            svg.Text(x + (width / 2), y + (height / 2) + 4, number, svg.HeatText(step, look.IsDiverging), TextAnchor.Middle);
    }

    private static string Describe(HeatMap chart) =>
        string.Join(" ", chart.Rows.Zip(chart.Values, (row, values) =>
            $"{chart.RowsLabel} {row}: ".TrimStart() + string.Join(", ", chart.Columns.Zip(values, (column, value) =>
                $"{column} {Numbers.Alone(value, chart.Scale.Numbers)}")) + "."));
}
