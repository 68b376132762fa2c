namespace FrameworkBench.Statistics;

/// <summary>
/// The t test of differences over splits that share training rows (Nadeau and Bengio 2003). Such differences are
/// correlated; the plain paired test takes them as independent and finds far too much. The variance of the mean is
/// (1/n + test rows / training rows) · s² instead of s²/n.
/// </summary>
public static class CorrectedResampledTTest
{
    /// <summary>Compares two models over the same splits.</summary>
    /// <param name="first">One score a split (and seed).</param>
    /// <param name="second">Its partner on the same split.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split: 1/9 for 10 folds, 0.25 for an 80/20 split.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The mean of first − second, its corrected test and interval.</returns>
    /// <exception cref="ArgumentException">Counts differ, no value, one that is not finite, or a ratio below 0.</exception>
    public static MeanDifference Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, double testTrainRatio, double confidence = 0.95) =>
        Of(Check.Differences(first, second), testTrainRatio, confidence);

    /// <summary>Tests whether differences over splits have a mean other than zero.</summary>
    /// <param name="differences">One difference a split; all of one data set.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split: 1/9 for 10 folds, 0.25 for an 80/20 split.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>Their mean, its corrected test and interval.</returns>
    /// <exception cref="ArgumentException">No value, one that is not finite, or a ratio below 0.</exception>
    public static MeanDifference Of(
        IReadOnlyList<double> differences, double testTrainRatio, double confidence = 0.95)
    {
        Check.NotNegative(testTrainRatio, nameof(testTrainRatio));
        var moments = Moments.Of(differences, nameof(differences));
        double variance = ((1.0 / moments.Count) + testTrainRatio) * moments.Variance;
        return MeanDifference.Of(
            moments.Count, moments.Mean, Math.Sqrt(variance), moments.Count - 1, confidence);
    }
}
