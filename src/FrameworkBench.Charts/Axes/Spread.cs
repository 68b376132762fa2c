namespace FrameworkBench.Charts;

/// <summary>Moves labels apart that would cover each other.</summary>
internal static class Spread
{
    /// <summary>Positions at least a gap apart and inside a range, as near to the wanted ones as a sweep gets.</summary>
    internal static double[] Apart(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        int[] order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        double[] placed = new double[wanted.Count];
        double next = low;
        foreach (int i in order)
        {
            placed[i] = Math.Max(wanted[i], next);
            next = placed[i] + gap;
        }

        next = high;
        foreach (int i in order.Reverse())
        {
            placed[i] = Math.Min(placed[i], next);
            next = placed[i] - gap;
        }

        return placed;
    }
}
