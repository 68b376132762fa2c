namespace FrameworkBench.Charts;

/// <summary>Finds a free place beside a point for its label: right, left, above, below, then further away.</summary>
internal sealed class LabelPlacement(
    double left, double top, double right, double bottom,
    IEnumerable<(double X, double Low, double High)> marks)
{
    private const double Height = 13;
    private const double LineWidth = 2;

    private readonly List<(double X1, double Y1, double X2, double Y2)> taken =
        [.. marks.Select(mark => (mark.X - 5, mark.High - 5, mark.X + 5, mark.Low + 5))];

    /// <summary>The baseline and anchor of a label near (x, y); remembers the place as taken.</summary>
    internal (double X, double Y, TextAnchor Anchor) Place(double x, double y, string text)
    {
        double width = TextWidth.Of(text);
        (double X, double Y, TextAnchor Anchor) best = Candidates(x, y).MinBy(candidate => Overlap(Box(candidate, width)));
        taken.Add(Box(best, width));
        return best;
    }

    /// <summary>Keeps labels off a level or upright line.</summary>
    internal void Avoid(double x1, double y1, double x2, double y2) =>
        taken.Add((Math.Min(x1, x2) - LineWidth, Math.Min(y1, y2) - LineWidth, Math.Max(x1, x2) + LineWidth, Math.Max(y1, y2) + LineWidth));

    private static IEnumerable<(double X, double Y, TextAnchor Anchor)> Candidates(double x, double y)
    {
        foreach (double away in new[] { 0.0, 10, 20 })
        {
            yield return (x + 8 + away, y + 4, TextAnchor.Start);
            yield return (x - 8 - away, y + 4, TextAnchor.End);
            yield return (x, y - 9 - away, TextAnchor.Middle);
            yield return (x, y + 18 + away, TextAnchor.Middle);
            yield return (x + 7, y - 6 - away, TextAnchor.Start);
            yield return (x + 7, y + 14 + away, TextAnchor.Start);
            yield return (x - 7, y - 6 - away, TextAnchor.End);
            yield return (x - 7, y + 14 + away, TextAnchor.End);
        }
    }

    private static (double X1, double Y1, double X2, double Y2) Box((double X, double Y, TextAnchor Anchor) at, double width)
    {
        double start = at.Anchor switch
        {
            TextAnchor.Middle => at.X - (width / 2),
            TextAnchor.End => at.X - width,
            _ => at.X,
        };
        return (start, at.Y - Height + 3, start + width, at.Y + 3);
    }

    private double Overlap((double X1, double Y1, double X2, double Y2) box)
    {
        double outside = Math.Max(0, left - box.X1) + Math.Max(0, box.X2 - right)
            + Math.Max(0, top - box.Y1) + Math.Max(0, box.Y2 - bottom);
        return (1000 * outside) + taken.Sum(other =>
            Math.Max(0, Math.Min(box.X2, other.X2) - Math.Max(box.X1, other.X1))
            * Math.Max(0, Math.Min(box.Y2, other.Y2) - Math.Max(box.Y1, other.Y1)));
    }
}
