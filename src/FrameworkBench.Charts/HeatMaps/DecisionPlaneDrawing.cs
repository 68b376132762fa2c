using System.Text;

namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="DecisionPlane"/>.</summary>
internal static class DecisionPlaneDrawing
{
    // The height keeps the plane's proportions.
    private const double MostPlotWidth = 420;

    internal static Drawing Of(DecisionPlane chart)
    {
        foreach (Axis axis in new[] { chart.X, chart.Y })
        {
            if (axis is not { Scale: AxisScale.Linear, Minimum: not null, Maximum: not null })
                throw new ArgumentException(
                    $"The axis '{axis.Label}' of '{chart.Title}' must be linear, with minimum and maximum.", nameof(chart));
        }

        if (chart.Answers.Count == 0 || chart.Answers.Any(row => row.Count == 0 || row.Count != chart.Answers[0].Count))
            throw new ArgumentException($"The answers of '{chart.Title}' are not a full grid.", nameof(chart));
        return new Drawing(Entries(chart), (svg, frame) => Draw(svg, chart, frame), Describe(chart));
    }

    private static List<LegendEntry> Entries(DecisionPlane chart)
    {
        var entries = chart.Classes.Select((name, look) => new LegendEntry(name, 24, (svg, x, y) =>
        {
            svg.Rectangle(x - 12, y - 7, 24, 14, svg.Look('b', look));
            Marks.Marker(svg, look, x, y);
        }, look)).ToList();
        if (chart.Rows.Any(row => row.IsWrong))
            entries.Add(new LegendEntry("misclassified", 14, (svg, x, y) => svg.Path(Palette.Circle(x, y, 6.5), "e")));
        return entries;
    }

    private static double Draw(Svg svg, DecisionPlane chart, Frame frame)
    {
        double top = frame.Top + 24;
        var y = Scale.Of(chart.Y, [], 1, 0, spacing: 0.15, round: true);
        double left = frame.Left + PlotArea.LabelWidth(y) + 8;
        double width = Math.Min(MostPlotWidth, frame.Right - 8 - left);
        double height = Math.Clamp(width * (y.High - y.Low) / (chart.X.Maximum!.Value - chart.X.Minimum!.Value), width * 0.5, width * 1.25);
        var area = new PlotArea(left, top, width, height,
            Scale.Of(chart.X, [], left, left + width, spacing: 55, round: true),
            Scale.Of(chart.Y, [], top + height, top, spacing: 45, round: true));

        area.DrawY(svg, chart.Y.Label, frame.Left);
        area.DrawX(svg, chart.X.Label, grid: false);
        svg.Clipped(left, top, width, height, () => DrawAnswers(svg, chart, area));
        double radius = Math.Clamp(width / 55, 2, chart.Rows.Count > 150 ? 3 : 4);
        foreach (DecisionRow row in chart.Rows.Where(row => double.IsFinite(row.X) && double.IsFinite(row.Y)))
        {
            (double px, double py) = (area.X.MapClamped(row.X), area.Y.MapClamped(row.Y));
            Marks.Marker(svg, row.Class, px, py, radius);
            if (row.IsWrong) svg.Path(Palette.Circle(px, py, radius + 2.2), "e");
        }

        return area.Bottom + 40;
    }

    private static void DrawAnswers(Svg svg, DecisionPlane chart, PlotArea area)
    {
        (int rows, int columns) = (chart.Answers.Count, chart.Answers[0].Count);
        (double width, double height) = (area.Width / columns, area.Height / rows);
        double X(int column) => area.Left + (column * width);
        double Y(int row) => area.Bottom - (row * height);

        var boundary = new StringBuilder();
        var regions = new SortedDictionary<int, StringBuilder>();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns;)
            {
                int answer = chart.Answers[row][column];
                int end = column + 1;
                while (end < columns && chart.Answers[row][end] == answer)
                    end++;
                if (!regions.TryGetValue(answer, out StringBuilder? region)) regions[answer] = region = new StringBuilder();
                region.Append(
                    $"M{Svg.Point(X(column), Y(row))} H{Svg.Number(X(end))} V{Svg.Number(Y(row + 1))} H{Svg.Number(X(column))} Z");
                if (end < columns) boundary.Append($"M{Svg.Point(X(end), Y(row))} V{Svg.Number(Y(row + 1))}");
                column = end;
            }

            for (int column = 0; row + 1 < rows && column < columns; column++)
            {
                int start = column;
                while (column < columns && chart.Answers[row][column] != chart.Answers[row + 1][column])
                    column++;
                if (column > start) boundary.Append($"M{Svg.Point(X(start), Y(row + 1))} H{Svg.Number(X(column))}");
            }
        }

        foreach ((int answer, StringBuilder region) in regions)
            svg.Path(region.ToString(), svg.Look('b', answer));
        if (boundary.Length > 0) svg.Path(boundary.ToString(), "e");
    }

    private static string Describe(DecisionPlane chart)
    {
        int cells = chart.Answers.Sum(row => row.Count);
        return string.Join(" ", chart.Classes.Select((name, i) =>
            $"{name}: {Numbers.Alone(chart.Answers.Sum(row => row.Count(answer => answer == i)) / (double)cells, NumberStyle.Percent)} "
                + "of the plane."))
            + $" Misclassified: {chart.Rows.Count(row => row.IsWrong)} of {chart.Rows.Count} rows.";
    }
}
