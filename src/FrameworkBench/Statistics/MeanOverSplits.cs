namespace FrameworkBench.Statistics;

/// <summary>
/// The mean of one figure a trial, or of one difference a pair of trials, where trials differ by split and seed. All that
/// is told of such a mean, by tables, pictures and claims, is told by this estimate.
/// </summary>
/// <remarks>
/// Seeds of one split are independent, and the interval is Student's. Several splits share training rows and the seeds of
/// one split share them all: the seeds are averaged, so that each split counts alike, and the interval of the splits' means
/// is Nadeau and Bengio's.
/// </remarks>
public static class MeanOverSplits
{
    /// <summary>Estimates the mean.</summary>
    /// <param name="values">The split and the value of each trial or pair, in any order; at least one, all finite.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split, as for <see cref="CorrectedResampledTTest"/>; not used for one
    /// split.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The mean as a difference from zero; its count is what the interval rests on: the seeds of one split, or the
    /// splits.</returns>
    /// <exception cref="ArgumentException">No value, one that is not finite, or a ratio below 0.</exception>
    public static MeanDifference Of(IEnumerable<(int Split, double Value)> values, double testTrainRatio, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[][] splits =
            [.. values.GroupBy(trial => trial.Split).OrderBy(split => split.Key)
                .Select(split => split.Select(trial => trial.Value).ToArray())];
        return splits.Length > 1
            ? CorrectedResampledTTest.Of([.. splits.Select(split => Moments.Of(split, nameof(values)).Mean)], testTrainRatio, confidence)
            : PairedTTest.Of([.. splits.SelectMany(split => split)], confidence);
    }
}
