namespace FrameworkBench.Statistics.Ranking;

/// <summary>Spearman's rank correlation: how far two lists put the same things into the same order.</summary>
public static class RankCorrelation
{
    /// <summary>Pearson's correlation of the ranks; equal values share the mean of their ranks [Spearman 1904].</summary>
    /// <param name="first">Finite values, at least two.</param>
    /// <param name="second">As many, of the same things in the same order.</param>
    /// <returns>−1 to 1; NaN when all values of one list are equal.</returns>
    /// <exception cref="ArgumentException">The lists have different lengths or fewer than two values, or a value is not finite.</exception>
    public static double Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count < 2)
            throw new ArgumentException($"{first.Count} and {second.Count} values cannot be correlated.", nameof(second));
        IReadOnlyList<double> x = Ranks.Of(first), y = Ranks.Of(second);
        double mean = (first.Count + 1) / 2.0;
        double both = 0, ofX = 0, ofY = 0;
        for (int i = 0; i < first.Count; i++)
        {
            both += (x[i] - mean) * (y[i] - mean);
            ofX += (x[i] - mean) * (x[i] - mean);
            ofY += (y[i] - mean) * (y[i] - mean);
        }

        return both / Math.Sqrt(ofX * ofY);
    }
}
