namespace FrameworkBench.Statistics;

/// <summary>
/// The t test of pairs that are independent of each other, such as one pair a seed (Student 1908).
/// For splits that share training rows use <see cref="CorrectedResampledTTest"/>.
/// </summary>
public static class PairedTTest
{
    /// <summary>Compares two models over the same seeds.</summary>
    /// <param name="first">One value a pair.</param>
    /// <param name="second">Its partner at the same place.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The mean of first − second, its test and its interval.</returns>
    /// <exception cref="ArgumentException">Counts differ, no value, or one that is not finite.</exception>
    public static MeanDifference Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence = 0.95) =>
        Of(Check.Differences(first, second), confidence);

    /// <summary>Tests whether differences have a mean other than zero.</summary>
    /// <param name="differences">One difference a pair, at least one.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>Their mean, its test and its interval.</returns>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static MeanDifference Of(IReadOnlyList<double> differences, double confidence = 0.95)
    {
        var moments = Moments.Of(differences, nameof(differences));
        return MeanDifference.Of(moments.Count, moments.Mean, Math.Sqrt(moments.Variance / moments.Count),
            moments.Count - 1, confidence);
    }
}
