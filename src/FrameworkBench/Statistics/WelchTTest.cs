namespace FrameworkBench.Statistics;

/// <summary>The t test of two independent samples whose variances may differ (Welch 1947).</summary>
public static class WelchTTest
{
    /// <summary>Compares the means of two samples; the degrees of freedom are Welch and Satterthwaite's.</summary>
    /// <param name="first">At least two values, else the answer is "unknown" (p = 1, unbounded interval).</param>
    /// <param name="second">Likewise; the counts may differ.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>Mean of first − mean of second, its test and its interval.</returns>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static MeanDifference Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of(PairedTTest.Of(first, confidence), PairedTTest.Of(second, confidence), confidence);
    }

    /// <summary>Compares two means that were estimated from independent trials, each in a way of its own.</summary>
    /// <param name="first">A mean as a difference from zero, such as <see cref="MeanOverSplits"/> gives it.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>
    /// First − second, with the degrees of freedom of Welch and Satterthwaite; "unknown" when either rests on one value.
    /// </returns>
    public static MeanDifference Of(MeanDifference first, MeanDifference second, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        double varianceA = first.StandardError * first.StandardError, varianceB = second.StandardError * second.StandardError;
        double variance = varianceA + varianceB;
        return MeanDifference.Of(
            first.Count + second.Count, first.Difference - second.Difference, Math.Sqrt(variance), DegreesOfFreedom(), confidence);

        double DegreesOfFreedom()
        {
            if (double.IsNaN(variance)) return 0;
            if (variance == 0) return first.DegreesOfFreedom + second.DegreesOfFreedom;
            double shareA = varianceA / variance;
            double shareB = varianceB / variance;
            return 1 / ((shareA * shareA / first.DegreesOfFreedom) + (shareB * shareB / second.DegreesOfFreedom));
        }
    }
}
