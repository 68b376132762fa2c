namespace FrameworkBench.Statistics;

/// <summary>
/// Test rows over training rows of several splits, as the correction for shared training rows takes it
/// (<see cref="CorrectedResampledTTest"/>).
/// </summary>
public static class SplitRatio
{
    // How far the first split may be from all together before it no longer stands for them.
    private const double Even = 1.2;

    /// <summary>
    /// The ratio of the first split, or that of all splits together, Σ test rows / Σ training rows, where the two differ by more than a
    /// fifth. Groups of different size make folds uneven, and which of them comes first is chance: with half of the rows in one group it
    /// has a ratio of 1.3, the others 0.14, all together a quarter.
    /// </summary>
    /// <param name="trials">The split of each trial and its test rows over all rows that do not test; at least one.</param>
    public static double Of(IEnumerable<(int Split, double Ratio)> trials)
    {
        double[] ratios = [.. trials.DistinctBy(trial => trial.Split).Select(trial => trial.Ratio)];
        double share = ratios.Average(ratio => ratio / (1 + ratio)), together = share / (1 - share);
        return Math.Max(ratios[0] / together, together / ratios[0]) > Even ? together : ratios[0];
    }
}
