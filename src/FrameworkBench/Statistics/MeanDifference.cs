namespace FrameworkBench.Statistics;

/// <summary>
/// A difference of means with its t test. Positive means that the first is larger.
/// <see cref="PairedTTest"/>, <see cref="WelchTTest"/> and <see cref="CorrectedResampledTTest"/> give it;
/// <see cref="Equivalence"/> goes on from it.
/// </summary>
/// <param name="Count">The number of pairs, or of values in both samples together.</param>
/// <param name="Difference">Mean of the first minus mean of the second.</param>
/// <param name="StandardError">The standard error of the difference; NaN when there are too few values.</param>
/// <param name="DegreesOfFreedom">Of the t distribution; 0 when there are too few values.</param>
/// <param name="Statistic">
/// Difference / standard error. Without spread: 0 for no difference, else ±∞. NaN when there are too few values.
/// </param>
/// <param name="PValue">Two-sided, of "no difference". 1 when there are too few values to say anything.</param>
/// <param name="Interval">Of the difference; unbounded when there are too few values.</param>
public sealed record MeanDifference(
    int Count,
    double Difference,
    double StandardError,
    double DegreesOfFreedom,
    double Statistic,
    double PValue,
    Interval Interval)
{
    /// <summary>One-sided p value against "the true difference is at most <paramref name="threshold"/>".</summary>
    /// <param name="threshold">What the difference should exceed: 0 for "better", a margin for "clearly better".</param>
    /// <returns>The p value; 1 when there are too few values.</returns>
    public double PValueGreaterThan(double threshold) => LowerTail(threshold - Difference);

    /// <summary>One-sided p value against "the true difference is at least <paramref name="threshold"/>".</summary>
    /// <param name="threshold">What the difference should stay below.</param>
    /// <returns>The p value; 1 when there are too few values.</returns>
    public double PValueLessThan(double threshold) => LowerTail(Difference - threshold);

    /// <summary>Two-sided p value of "the true difference is <paramref name="threshold"/>".</summary>
    /// <param name="threshold">A difference other than zero, such as a margin.</param>
    /// <returns>The p value; 1 when there are too few values, and without spread at exactly the threshold.</returns>
    public double PValueOf(double threshold) => Math.Min(1, 2 * Math.Min(PValueGreaterThan(threshold), PValueLessThan(threshold)));

    /// <summary>
    /// About the least true difference that such a test finds with some power: (t₁₋α/₂ + t of the power) · standard error.
    /// </summary>
    /// <param name="significance">α of the two-sided test, between 0 and 1.</param>
    /// <param name="power">The chance to find it, at least one half and below 1.</param>
    /// <returns>The difference; infinite when there are too few values.</returns>
    /// <exception cref="ArgumentException">A significance that is not between 0 and 1, or a power outside 0.5 … 1.</exception>
    public double Detectable(double significance, double power)
    {
        Check.Share(significance, nameof(significance));
        Check.Share(power, nameof(power));
        if (power < 0.5)
            throw new ArgumentException($"A power of {power} is below one half.", nameof(power));
        return DegreesOfFreedom == 0 ? double.PositiveInfinity
            : StandardError * (Student.Quantile(1 - (significance / 2), DegreesOfFreedom) + Student.Quantile(power, DegreesOfFreedom));
    }

    /// <summary>The same difference in another unit; its test is the same.</summary>
    /// <param name="unit">The unit, above 0, in the present one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A unit that is not above 0.</exception>
    public MeanDifference In(double unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        return this with
        {
            Difference = Difference / unit,
            StandardError = StandardError / unit,
            Interval = new Interval(Interval.Low / unit, Interval.High / unit, Interval.Confidence),
        };
    }

    internal static MeanDifference Of(
        int count, double difference, double standardError, double degreesOfFreedom, double confidence)
    {
        Check.Share(confidence, nameof(confidence));
        if (!(degreesOfFreedom > 0))
            return new(count, difference, double.NaN, 0, double.NaN, 1, Interval.Unbounded(confidence));
        double statistic = Ratio(difference, standardError);
        return new(count, difference, standardError, degreesOfFreedom, statistic,
            Math.Min(1, 2 * Student.Cumulative(-Math.Abs(statistic), degreesOfFreedom)),
            Student.Interval(difference, standardError, degreesOfFreedom, confidence));
    }

    private static double Ratio(double difference, double standardError) =>
        difference == 0 ? 0 : difference / standardError;

    // Without any spread a distance of zero is no evidence: it must not count as half a success.
    private double LowerTail(double distance)
    {
        if (DegreesOfFreedom == 0) return 1;
        if (StandardError == 0) return distance < 0 ? 0 : 1;
        return Student.Cumulative(distance / StandardError, DegreesOfFreedom);
    }
}
