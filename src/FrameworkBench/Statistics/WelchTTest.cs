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
        var a = Moments.Of(first, nameof(first));
        var b = Moments.Of(second, nameof(second));
        double varianceA = a.Variance / a.Count;
        double varianceB = b.Variance / b.Count;
        double variance = varianceA + varianceB;
        return MeanDifference.Of(
            a.Count + b.Count, a.Mean - b.Mean, Math.Sqrt(variance), DegreesOfFreedom(), confidence);

        double DegreesOfFreedom()
        {
            if (double.IsNaN(variance)) return 0;
            if (variance == 0) return a.Count + b.Count - 2;
            double shareA = varianceA / variance;
            double shareB = varianceB / variance;
            return 1 / ((shareA * shareA / (a.Count - 1)) + (shareB * shareB / (b.Count - 1)));
        }
    }
}
