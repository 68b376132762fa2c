using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics;

/// <summary>How often something happened, and what share that makes likely.</summary>
/// <param name="Successes">How often it happened.</param>
/// <param name="Count">How often it could have.</param>
/// <param name="Share">Successes / count; NaN when the count is zero.</param>
/// <param name="Interval">Wilson's interval of the share, inside [0, 1].</param>
/// <param name="Independent">For how many independent trials they count, at most <paramref name="Count"/>.</param>
public sealed record Proportion(int Successes, int Count, double Share, Interval Interval, double Independent)
{
    /// <summary>
    /// Two-sided p value of "the true share is <paramref name="threshold"/>" by the score test that Wilson's interval inverts: the interval
    /// of confidence 1 − p ends at the threshold.
    /// </summary>
    /// <param name="threshold">A share between 0 and 1.</param>
    /// <returns>The p value; 1 for no trials.</returns>
    /// <exception cref="ArgumentException">The threshold is not between 0 and 1.</exception>
    public double PValueOf(double threshold)
    {
        Check.Share(threshold, nameof(threshold));
        return Count == 0 ? 1 : 2 * Normal.CDF(0, 1, -Math.Abs(Share - threshold) / Math.Sqrt(threshold * (1 - threshold) / Independent));
    }

    /// <summary>
    /// A share with Wilson's score interval (Wilson 1927), which stays honest for few trials and near 0 or 1.
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="count"/>.</param>
    /// <param name="count">At least 0; for 0 the interval is [0, 1].</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The share and its interval.</returns>
    /// <exception cref="ArgumentException">Successes outside 0 … count.</exception>
    public static Proportion Of(int successes, int count, double confidence = 0.95) => Of(successes, count, count, confidence);

    /// <summary>
    /// A share of trials over splits that share training rows. Wilson's interval takes n trials for 1 / (1/k + r) independent
    /// ones, with k splits and r test rows to a training row: Nadeau and Bengio's correction, and seeds of one split that all
    /// behave alike, which is the worst case.
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="count"/>.</param>
    /// <param name="count">The trials of all splits, at least 0; for 0 the interval is [0, 1].</param>
    /// <param name="splits">The splits. One split's seeds are independent, and it is as if there were no splits.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <param name="engines">
    /// The engines that ran the trials. They share rows and seeds, so that trials of one split and seed count as one, which is the worst
    /// case too.
    /// </param>
    /// <returns>The share and its interval.</returns>
    /// <exception cref="ArgumentException">Successes outside 0 … count, a ratio below 0, or no engine.</exception>
    public static Proportion OverSplits(
        int successes, int count, int splits, double testTrainRatio, double confidence = 0.95, int engines = 1)
    {
        Check.NotNegative(testTrainRatio, nameof(testTrainRatio));
        if (engines < 1) throw new ArgumentException($"{engines} engines ran no trial.", nameof(engines));
        return Of(successes, count, IndependentOf((double)count / engines, splits, testTrainRatio), confidence);
    }

    /// <summary>
    /// The fewest trials of one split that prove a share when all of them succeed, n / (n + z²) ≥ share: 16 for 80 %, 73 for 95 %, at a
    /// confidence of 0.95.
    /// </summary>
    /// <param name="share">The required share, between 0 and 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    public static int FewestFor(double share, double confidence = 0.95)
    {
        Check.Share(share, nameof(share));
        int count = Math.Max(1, (int)(share * Square(Quantile(confidence)) / (1 - share)));
        while (Of(count, count, confidence).Interval.Low < share)
            count++;
        return count;
    }

    private static double IndependentOf(double count, int splits, double testTrainRatio) =>
        splits > 1 ? Math.Min(count, 1 / ((1.0 / splits) + testTrainRatio)) : count;

    private static Proportion Of(int successes, int count, double independent, double confidence)
    {
        Check.Share(confidence, nameof(confidence));
        if (count < 0) throw new ArgumentException($"A count of {count} is below 0.", nameof(count));
        if (successes < 0 || successes > count)
            throw new ArgumentException($"{successes} successes of {count} cannot be.", nameof(successes));
        if (count == 0) return new Proportion(0, 0, double.NaN, new Interval(0, 1, confidence), 0);

        double n = independent;
        double share = (double)successes / count;
        double z = Quantile(confidence);
        double center = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        double half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        return new Proportion(successes, count, share, new Interval(
            successes == 0 ? 0 : Math.Max(0, center - half),
            successes == count ? 1 : Math.Min(1, center + half),
            confidence), independent);
    }

    private static double Quantile(double confidence) => Normal.InvCDF(0, 1, (1 + confidence) / 2);

    private static double Square(double value) => value * value;
}
