namespace FrameworkBench.Charts;

/// <summary>Draws a <see cref="TreeDiagram"/>: answers stand in one column of rows, questions in the middle of theirs.</summary>
internal static class TreeDrawing
{
    private const double RowHeight = 46;
    private const double BoxHeight = 36;
    private const double MostGap = 64;
    private const double LeastGap = 34;

    internal static Drawing Of(TreeDiagram chart) => new(
        [.. chart.LookNames.Select((name, look) => new LegendEntry(name, 18, (svg, x, y) =>
        {
            svg.Rectangle(x - 9, y - 6, 18, 12, "fbg", radius: 3);
            svg.Rectangle(x - 9, y - 6, 18, 12, $"{svg.Look('b', look)} {svg.Look('c', look)}", radius: 3);
        }, look))],
        (svg, frame) => Draw(svg, chart, frame),
        Describe(chart.Root));

    private static double Draw(Svg svg, TreeDiagram chart, Frame frame)
    {
        var widths = new List<double>();
        Measure(chart.Root, 0, widths);
        // Boxes shrink before they leave the picture; their text is then shortened.
        double gap = Math.Clamp((frame.Width - widths.Sum()) / Math.Max(1, widths.Count - 1), LeastGap, MostGap);
        double shrink = Math.Min(1, (frame.Width - (gap * (widths.Count - 1))) / widths.Sum());
        var lefts = widths.Select((_, depth) => frame.Left + (widths.Take(depth).Sum() * shrink) + (gap * depth)).ToList();
        double next = frame.Top + 8 + (RowHeight / 2);
        Place(chart.Root, 0);
        return next - (RowHeight / 2);

        double Place(TreeNode node, int depth)
        {
            (double left, double width) = (lefts[depth], widths[depth] * shrink);
            if (node.Branches.Count == 0)
            {
                DrawBox(svg, node, left, next, width);
                next += RowHeight;
                return next - RowHeight;
            }

            var children = node.Branches.Select(branch => (branch, Y: Place(branch.Node, depth + 1))).ToList();
            double y = (children[0].Y + children[^1].Y) / 2;
            foreach ((TreeBranch branch, double childY) in children)
            {
                double middle = left + width + (gap / 2);
                svg.Path($"M{Svg.Point(left + width, y)} C{Svg.Point(middle, y)} {Svg.Point(middle, childY)} "
                    + $"{Svg.Point(lefts[depth + 1], childY)}", "x");
                svg.Text(lefts[depth + 1] - 5, childY + (childY <= y ? -5 : 13), branch.Label, "n o", TextAnchor.End);
            }

            DrawBox(svg, node, left, y, width);
            return y;
        }
    }

    private static void Measure(TreeNode node, int depth, List<double> widths)
    {
        if (widths.Count == depth) widths.Add(0);
        widths[depth] = Math.Max(widths[depth], 18 + Math.Max(TextWidth.Of(node.Text, bold: true), TextWidth.Of(node.Detail ?? "", 11)));
        foreach (TreeBranch branch in node.Branches)
            Measure(branch.Node, depth + 1, widths);
    }

    private static void DrawBox(Svg svg, TreeNode node, double left, double y, double width)
    {
        string tooltip = node.Detail is null ? node.Text : $"{node.Text}: {node.Detail}";
        svg.Rectangle(left, y - (BoxHeight / 2), width, BoxHeight, "fbg x", radius: 5, tooltip: tooltip);
        if (node.Look is { } look)
            svg.Rectangle(
                left, y - (BoxHeight / 2), width, BoxHeight, $"{svg.Look('b', look)} {svg.Look('c', look)}", radius: 5, tooltip: tooltip);
        svg.Text(left + (width / 2), y + (node.Detail is null ? 4 : -2), TextWidth.Shorten(node.Text, width - 10), "b", TextAnchor.Middle);
        if (node.Detail is { } detail)
            svg.Text(left + (width / 2), y + 12, TextWidth.Shorten(detail, width - 10, 11), "n", TextAnchor.Middle);
    }

    private static string Describe(TreeNode node) => node.Branches.Count == 0
        ? $"{node.Text}."
        : $"{node.Text}? " + string.Join(" ", node.Branches.Select(branch => $"{branch.Label}: {Describe(branch.Node)}"));
}
