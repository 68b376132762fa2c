namespace FrameworkBench.Statistics;

/// <summary>
/// Two one-sided tests (Schuirmann 1987): is the difference inside ±margin, not merely "not significant"?
/// </summary>
/// <param name="Margin">The largest difference that does not matter, in the unit of the scores.</param>
/// <param name="Difference">The difference that was tested.</param>
/// <param name="LowerPValue">One-sided, against "the difference is −margin or less".</param>
/// <param name="UpperPValue">One-sided, against "the difference is +margin or more".</param>
/// <param name="Interval">
/// Of the difference at confidence 1 − 2α; inside ±margin exactly when both tests reject at α.
/// </param>
public sealed record Equivalence(
    double Margin, MeanDifference Difference, double LowerPValue, double UpperPValue, Interval Interval)
{
    /// <summary>The p value of the whole: the larger of both.</summary>
    public double PValue => Math.Max(LowerPValue, UpperPValue);

    /// <summary>True when both one-sided tests reject: the two are the same for practical purposes.</summary>
    public bool IsEquivalent => Interval.LiesWithin(-Margin, Margin);

    /// <summary>Tests a difference of any of the t tests for equivalence.</summary>
    /// <param name="difference">From a paired, corrected resampled or Welch test.</param>
    /// <param name="margin">Above 0.</param>
    /// <param name="significance">α of each one-sided test, between 0 and 0.5.</param>
    /// <returns>Both p values and the interval that belongs to them.</returns>
    /// <exception cref="ArgumentException">A margin that is not above 0, or α outside 0 … 0.5.</exception>
    public static Equivalence Of(MeanDifference difference, double margin, double significance = 0.05)
    {
        ArgumentNullException.ThrowIfNull(difference);
        if (!(margin > 0 && double.IsFinite(margin)))
            throw new ArgumentException($"A margin of {margin} is not above 0.", nameof(margin));
        if (!(significance > 0 && significance < 0.5))
            throw new ArgumentException($"A significance of {significance} is not between 0 and 0.5.", nameof(significance));
        return new Equivalence(margin, difference,
            difference.PValueGreaterThan(-margin),
            difference.PValueLessThan(margin),
            Student.Interval(
                difference.Difference, difference.StandardError, difference.DegreesOfFreedom, 1 - (2 * significance)));
    }
}
