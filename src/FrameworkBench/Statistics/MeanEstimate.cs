namespace FrameworkBench.Statistics;

/// <summary>A mean and how well it is known.</summary>
/// <param name="Count">The number of values.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their sample standard deviation (n − 1); NaN for one value.</param>
/// <param name="StandardError">The standard error of the mean; NaN for one value.</param>
/// <param name="Interval">The t interval of the mean; unbounded for one value, a point for equal values.</param>
public sealed record MeanEstimate(
    int Count, double Mean, double StandardDeviation, double StandardError, Interval Interval)
{
    /// <summary>The mean of independent values with its t interval, x̄ ± t(n − 1) · s / √n (Student 1908).</summary>
    /// <param name="values">One value a seed or split; at least one, all finite.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>The mean, its spread and its interval.</returns>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static MeanEstimate Of(IReadOnlyList<double> values, double confidence = 0.95)
    {
        var moments = Moments.Of(values, nameof(values));
        Check.Share(confidence, nameof(confidence));
        double standardError = Math.Sqrt(moments.Variance / moments.Count);
        return new MeanEstimate(moments.Count, moments.Mean, Math.Sqrt(moments.Variance), standardError,
            Student.Interval(moments.Mean, standardError, moments.Count - 1, confidence));
    }
}
