namespace FrameworkBench.Charts;

/// <summary>Leaves out points that nobody could see (Ramer 1972, Douglas and Peucker 1973).</summary>
internal static class Outline
{
    private const double Tolerance = 0.15;

    /// <summary>The points without those that lie within 0.15 pixels of the line that remains.</summary>
    internal static List<(double X, double Y)> Simplified(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count < 3) return [.. points];
        bool[] keep = new bool[points.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int First, int Last)>([(0, points.Count - 1)]);
        while (open.TryPop(out (int First, int Last) span))
        {
            (int farthest, double distance) = (span.First, Tolerance);
            for (int i = span.First + 1; i < span.Last; i++)
            {
                if (Distance(points[i], points[span.First], points[span.Last]) is var d && d > distance)
                    (farthest, distance) = (i, d);
            }

            if (farthest == span.First) continue;
            keep[farthest] = true;
            open.Push((span.First, farthest));
            open.Push((farthest, span.Last));
        }

        return [.. points.Where((_, i) => keep[i])];
    }

    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double length = (dx * dx) + (dy * dy);
        double along = length == 0 ? 0 : Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / length, 0, 1);
        return Math.Sqrt(Math.Pow(point.X - from.X - (along * dx), 2) + Math.Pow(point.Y - from.Y - (along * dy), 2));
    }
}
