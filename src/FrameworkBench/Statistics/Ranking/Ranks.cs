namespace FrameworkBench.Statistics.Ranking;

/// <summary>Ranks from 1; equal values share the mean of their ranks.</summary>
public static class Ranks
{
    /// <summary>Ranks values, the smallest first.</summary>
    /// <param name="values">At least one, all finite.</param>
    /// <param name="tolerance">Neighbours in order that lie at most this far apart are equal.</param>
    /// <returns>The rank of each value, in the order of the values.</returns>
    /// <exception cref="ArgumentException">No value, one that is not finite, or a tolerance below 0.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> values, double tolerance = 0)
    {
        Check.Finite(values, nameof(values));
        Check.NotNegative(tolerance, nameof(tolerance));
        int[] order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        double[] ranks = new double[values.Count];
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && values[order[end]] - values[order[end - 1]] <= tolerance)
                end++;
            for (int i = start; i < end; i++)
                ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }

        return ranks;
    }
}
