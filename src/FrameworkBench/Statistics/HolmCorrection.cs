namespace FrameworkBench.Statistics;

/// <summary>Holm's step-down correction of several p values of one family (Holm 1979).</summary>
public static class HolmCorrection
{
    /// <summary>
    /// Adjusts p values: reject those below α, and the chance of any false rejection stays below α. The i-th smallest
    /// of m is multiplied by m − i + 1, and is never below a smaller one.
    /// </summary>
    /// <param name="pValues">From 0 to 1; may be empty.</param>
    /// <returns>The adjusted p values, in the order given.</returns>
    /// <exception cref="ArgumentException">A p value outside 0 … 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        Check.PValues(pValues, nameof(pValues));
        double[] adjusted = new double[pValues.Count];
        double least = 0.0;
        foreach (var (i, rank) in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).Select((i, rank) => (i, rank)))
        {
            least = Math.Max(least, Math.Min(1, pValues[i] * (pValues.Count - rank)));
            adjusted[i] = least;
        }

        return adjusted;
    }
}
