using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics;

/// <summary>
/// How often something happened among few independent cases, with the exact interval (Clopper and Pearson 1934): it misses the true share
/// at most as often as its confidence allows, where Wilson's (<see cref="Proportion"/>) misses it as often on average.
/// </summary>
/// <param name="Successes">How often it happened.</param>
/// <param name="Count">How often it could have, at least 1.</param>
/// <param name="Interval">Of the share, inside [0, 1].</param>
public sealed record ExactShare(int Successes, int Count, Interval Interval)
{
    // The usual rule of thumb for the normal approximation to a binomial.
    private const double FewErrors = 5;

    /// <summary>Successes / count.</summary>
    public double Share => (double)Successes / Count;

    /// <summary>A share with its interval.</summary>
    /// <param name="successes">From 0 to <paramref name="count"/>.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">Successes outside 0 … count, no case, or a confidence that is none.</exception>
    public static ExactShare Of(int successes, int count, double confidence = 0.95)
    {
        Check.Share(confidence, nameof(confidence));
        if (count < 1) throw new ArgumentException($"A count of {count} is below 1.", nameof(count));
        if (successes < 0 || successes > count)
            throw new ArgumentException($"{successes} successes of {count} cannot be.", nameof(successes));
        double tail = (1 - confidence) / 2;
        return new ExactShare(successes, count, new Interval(
            successes == 0 ? 0 : Beta.InvCDF(successes, count - successes + 1, tail),
            successes == count ? 1 : Beta.InvCDF(successes + 1, count - successes, 1 - tail),
            confidence));
    }

    /// <summary>
    /// Two-sided p value of "the true share is <paramref name="threshold"/>": the interval of confidence 1 − p ends at the threshold.
    /// </summary>
    /// <param name="threshold">A share between 0 and 1.</param>
    /// <exception cref="ArgumentException">The threshold is not between 0 and 1.</exception>
    public double PValueOf(double threshold)
    {
        Check.Share(threshold, nameof(threshold));
        // The binomial's tails as incomplete beta functions, which keep their digits however small they are.
        double fewer = Successes == Count ? 1 : Beta.CDF(Count - Successes, Successes + 1, 1 - threshold);
        double more = Successes == 0 ? 1 : Beta.CDF(Successes, Count - Successes + 1, threshold);
        return Math.Min(1, 2 * Math.Min(fewer, more));
    }

    /// <summary>
    /// A share on new rows, from those of several test sets. Where nearly all rows are right, or wrong, sets hardly differ, which says
    /// nothing of the errors that none of them shows; the interval then covers the exact one of the rows, too.
    /// </summary>
    /// <param name="shares">The share of each set, such as its accuracy.</param>
    /// <param name="testTrainRatio">Test rows / training rows of a split.</param>
    /// <param name="rows">Independent rows that were tested, at least 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The mean with Nadeau and Bengio's test, and an interval within [0, 1].</returns>
    /// <exception cref="ArgumentException">No share, one that is not finite, a ratio below 0, or no row.</exception>
    public static MeanDifference Expected(IReadOnlyList<double> shares, double testTrainRatio, int rows, double confidence = 0.95)
    {
        MeanDifference mean = CorrectedResampledTTest.Of(shares, testTrainRatio, confidence);
        if (!mean.Interval.IsBounded)
            return mean;
        double share = Math.Clamp(mean.Difference, 0, 1);
        Interval interval = mean.Interval.ClippedTo(0, 1);
        if (Math.Min(share, 1 - share) * rows >= FewErrors)
            return mean with { Interval = interval };
        Interval exact = Of((int)Math.Round(share * rows), rows, confidence).Interval;
        return mean with
        {
            Interval = new Interval(Math.Min(exact.Low, interval.Low), Math.Max(exact.High, interval.High), confidence),
        };
    }

    /// <summary>
    /// The fewest cases that prove a share when it happens in all of them, shareⁿ ≤ (1 − confidence) / 2: 36 for 90 % at a confidence of
    /// 0.95.
    /// </summary>
    /// <param name="share">The share, between 0 and 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    public static int FewestFor(double share, double confidence = 0.95)
    {
        Check.Share(share, nameof(share));
        Check.Share(confidence, nameof(confidence));

        // What rounding alone puts above a whole number is that number: 0.1¹ is the tail of a confidence of 0.8.
        return (int)Math.Ceiling((Math.Log((1 - confidence) / 2) / Math.Log(share)) - 1e-9);
    }
}
