namespace FrameworkBench.Statistics;

/// <summary>
/// Benjamini and Hochberg's step-up control of the false discovery rate (1995): of the hypotheses that it rejects, at
/// most the share q is expected to be true. It asks for p values that are independent or positively dependent.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>
    /// Adjusts p values: a hypothesis is rejected at q when its adjusted p value is at most q. The i-th smallest of m is
    /// multiplied by m / i, and is never above a larger one.
    /// </summary>
    /// <param name="pValues">From 0 to 1; may be empty.</param>
    /// <returns>The adjusted p values, in the order given.</returns>
    /// <exception cref="ArgumentException">A p value outside 0 … 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        Check.PValues(pValues, nameof(pValues));
        double[] adjusted = new double[pValues.Count];
        double greatest = 1.0;
        int[] order = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        for (int rank = order.Length; rank > 0; rank--)
        {
            greatest = Math.Min(greatest, pValues[order[rank - 1]] * pValues.Count / rank);
            adjusted[order[rank - 1]] = greatest;
        }

        return adjusted;
    }

    /// <summary>
    /// The number of hypotheses rejected at q: the largest k for which the k-th smallest of m p values is at most k q / m.
    /// At most q times as many of them are expected to be false rejections.
    /// </summary>
    /// <param name="pValues">From 0 to 1; may be empty.</param>
    /// <param name="q">The false discovery rate, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A p value outside 0 … 1, or a rate that is not between 0 and 1.</exception>
    public static int Rejections(IReadOnlyList<double> pValues, double q)
    {
        Check.Share(q, nameof(q));
        return Adjust(pValues).Count(p => p <= q);
    }
}
