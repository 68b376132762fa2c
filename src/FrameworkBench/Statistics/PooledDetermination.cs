namespace FrameworkBench.Statistics;

/// <summary>
/// The coefficient of determination R² over several test sets: 1 − A/B, with A the mean of their squared errors and B the mean of
/// their squared deviations from one mean of all targets. The mean of each set's own R² is far too low where sets are small, because the
/// spread of a few targets is a noisy divisor: −2 instead of 0.3 for folds of four rows.
/// </summary>
public static class PooledDetermination
{
    /// <summary>
    /// A score for each test set, linearized as a ratio estimator is (Cochran 1977, section 6.4): 1 − (a − (A/B) · (b − B)) / B for
    /// a set with the error a and the deviation b. Their mean is R², and they vary as it does from set to set, so that intervals and
    /// paired differences may be made of them.
    /// </summary>
    /// <param name="sets">Of each set: the mean squared error, and the mean squared deviation of its targets from the mean of all.</param>
    /// <returns>The scores in the order of the sets; NaN where all targets are equal.</returns>
    public static double[] Of(IReadOnlyList<(double Error, double Deviation)> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        double error = sets.Average(set => set.Error), deviation = sets.Average(set => set.Deviation);
        double ratio = error / deviation;
        return [.. sets.Select(set => 1 - ((set.Error - (ratio * (set.Deviation - deviation))) / deviation))];
    }

    // One repeat of ten folds has as many; more repeats bring no new rows, and large errors are rare among those there are.
    private const int MostDegreesOfFreedom = 9;

    /// <summary>R² on new rows, from the scores of several test sets: their corrected mean, and the interval on its own scale.</summary>
    /// <param name="scores">The scores, as <see cref="Of"/> gives them.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The mean with Nadeau and Bengio's standard error and at most nine degrees of freedom.</returns>
    /// <exception cref="ArgumentException">No score, one that is not finite, or a ratio below 0.</exception>
    public static MeanDifference Expected(IReadOnlyList<double> scores, double testTrainRatio, double confidence = 0.95)
    {
        MeanDifference mean = CorrectedResampledTTest.Of(scores, testTrainRatio, confidence);
        double degrees = Math.Min(mean.DegreesOfFreedom, MostDegreesOfFreedom);
        mean = MeanDifference.Of(mean.Count, mean.Difference, mean.StandardError, degrees, confidence);
        return mean with { Interval = Interval(mean.Difference, mean.Interval) };
    }

    /// <summary>
    /// The interval of R² that belongs to a symmetric one of the mean of its scores: symmetric for log(1 − R²), which is a difference
    /// of logarithms, so that it ends below 1 and reaches further where large errors are rare.
    /// </summary>
    /// <param name="mean">R².</param>
    /// <param name="symmetric">The interval of the mean of the scores.</param>
    public static Interval Interval(double mean, Interval symmetric)
    {
        ArgumentNullException.ThrowIfNull(symmetric);
        double left = 1 - mean;
        return left > 0 && symmetric.IsBounded ? symmetric with
        {
            Low = 1 - (left * Math.Exp((mean - symmetric.Low) / left)),
            High = 1 - (left * Math.Exp((mean - symmetric.High) / left)),
        } : symmetric;
    }
}
