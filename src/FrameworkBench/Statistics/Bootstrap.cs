using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics;

/// <summary>
/// The bootstrap (Efron 1979): draws as many values, with replacement, again and again. Over data sets it answers how
/// the result would vary with another collection of such data sets.
/// </summary>
public static class Bootstrap
{
    /// <summary>The interval of a statistic of values, such as the mean difference over data sets.</summary>
    /// <param name="values">One a data set, at least one, all finite.</param>
    /// <param name="statistic">Takes resampled values to a finite number; when null, their mean.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resamples">The number of resamples, at least 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The statistic, its standard error and its interval.</returns>
    /// <exception cref="ArgumentException">No value, one that is not finite, or another number out of range.</exception>
    public static BootstrapEstimate Of(
        IReadOnlyList<double> values,
        Func<IReadOnlyList<double>, double>? statistic = null,
        int seed = 0,
        int resamples = 10_000,
        double confidence = 0.95,
        BootstrapMethod method = BootstrapMethod.BiasCorrectedAccelerated)
    {
        Check.Finite(values, nameof(values));
        statistic ??= sample => sample.Average();
        double[] buffer = new double[values.Count];
        return OfRows(values.Count, rows =>
        {
            double[] sample = rows.Count == buffer.Length ? buffer : new double[rows.Count];
            for (int i = 0; i < sample.Length; i++)
                sample[i] = values[rows[i]];
            return statistic(sample);
        }, seed, resamples, confidence, method);
    }

    /// <summary>The interval of a statistic of rows, for what needs more than one number a row, such as a ratio.</summary>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <param name="statistic">Takes row numbers, with repeats, to a finite number.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resamples">The number of resamples, at least 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The statistic, its standard error and its interval.</returns>
    /// <exception cref="ArgumentException">A number out of range, or a statistic that is not finite.</exception>
    public static BootstrapEstimate OfRows(
        int count,
        Func<IReadOnlyList<int>, double> statistic,
        int seed = 0,
        int resamples = 10_000,
        double confidence = 0.95,
        BootstrapMethod method = BootstrapMethod.BiasCorrectedAccelerated)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        Check.Share(confidence, nameof(confidence));
        if (count < 1) throw new ArgumentException("There are no rows; at least one is needed.", nameof(count));
        if (resamples < 1) throw new ArgumentException($"{resamples} resamples are too few.", nameof(resamples));

        int[] rows = [.. Enumerable.Range(0, count)];
        double estimate = statistic(rows);
        if (count == 1) return new(estimate, double.NaN, Interval.Unbounded(confidence));

        var random = new Random(seed);
        int[] drawn = new int[count];
        double[] distribution = new double[resamples];
        for (int resample = 0; resample < resamples; resample++)
        {
            for (int i = 0; i < count; i++)
                drawn[i] = random.Next(count);
            distribution[resample] = statistic(drawn);
        }

        Check.Finite(distribution, nameof(statistic));
        double[][] leftOut = method == BootstrapMethod.Percentile
            ? []
            : [[.. rows.Select(row => statistic([.. rows.Where(other => other != row)]))]];
        return new(estimate, resamples == 1 ? double.NaN : Math.Sqrt(Moments.Of(distribution, nameof(statistic)).Variance),
            IntervalOf(distribution, estimate, leftOut, confidence, method));
    }

    /// <summary>
    /// The interval of the difference of two means, of samples that are independent of each other, such as tables of two
    /// kinds. Each sample is drawn from on its own; the acceleration is that of several samples (Efron and Tibshirani
    /// 1993, equation 15.36).
    /// </summary>
    /// <param name="first">At least one value, all finite.</param>
    /// <param name="second">Likewise; the counts may differ.</param>
    /// <param name="seed">The same seed gives the same interval.</param>
    /// <param name="resamples">The number of resamples, at least 1.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <returns>Mean of first − mean of second; its interval is unbounded when a sample has one value.</returns>
    /// <exception cref="ArgumentException">No value, one that is not finite, or another number out of range.</exception>
    public static BootstrapEstimate OfDifference(
        IReadOnlyList<double> first, IReadOnlyList<double> second, int seed = 0, int resamples = 10_000, double confidence = 0.95)
    {
        Check.Finite(first, nameof(first));
        Check.Finite(second, nameof(second));
        Check.Share(confidence, nameof(confidence));
        if (resamples < 1) throw new ArgumentException($"{resamples} resamples are too few.", nameof(resamples));

        double firstMean = first.Average(), secondMean = second.Average();
        if (first.Count == 1 || second.Count == 1)
            return new(firstMean - secondMean, double.NaN, Interval.Unbounded(confidence));

        var random = new Random(seed);
        double[] distribution = new double[resamples];
        for (int resample = 0; resample < resamples; resample++)
            distribution[resample] = DrawnMean(random, first) - DrawnMean(random, second);
        double[][] leftOut = WithoutOne(first, second);
        return new(firstMean - secondMean, resamples == 1 ? double.NaN : Math.Sqrt(Moments.Of(distribution, nameof(first)).Variance),
            IntervalOf(distribution, firstMean - secondMean, leftOut, confidence, BootstrapMethod.BiasCorrectedAccelerated));
    }

    private static double DrawnMean(Random random, IReadOnlyList<double> values)
    {
        double sum = 0.0;
        for (int i = 0; i < values.Count; i++)
            sum += values[random.Next(values.Count)];
        return sum / values.Count;
    }

    /// <summary>The differences of the two means without each one value of the first sample, and of the second.</summary>
    internal static double[][] WithoutOne(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double firstMean = first.Average(), secondMean = second.Average();
        return
        [
            [.. first.Select(value => MeanWithout(first, value) - secondMean)],
            [.. second.Select(value => firstMean - MeanWithout(second, value))],
        ];
    }

    private static double MeanWithout(IReadOnlyList<double> values, double value) => (values.Sum() - value) / (values.Count - 1);

    /// <summary>
    /// The interval of a bootstrap distribution; the estimates without one row each, sample by sample, give the acceleration.
    /// </summary>
    internal static Interval IntervalOf(
        double[] distribution, double estimate, double[][] leftOut, double confidence, BootstrapMethod method)
    {
        double[] sorted = [.. distribution.Order()];
        var (low, high) = ((1 - confidence) / 2, (1 + confidence) / 2);
        if (method == BootstrapMethod.BiasCorrectedAccelerated)
        {
            var (bias, acceleration) = (Bias(sorted, estimate), Acceleration(leftOut));
            (low, high) = (Corrected(low, bias, acceleration), Corrected(high, bias, acceleration));
        }

        return new(Quantiles.OfSorted(sorted, low), Quantiles.OfSorted(sorted, high), confidence);
    }

    // An estimate beyond every resample would give an infinite bias; half a resample stands for it.
    private static double Bias(double[] sorted, double estimate)
    {
        double below = (sorted.Count(value => value < estimate) + sorted.Count(value => value <= estimate)) / (2.0 * sorted.Length);
        return Normal.InvCDF(0, 1, Math.Clamp(below, 0.5 / sorted.Length, 1 - (0.5 / sorted.Length)));
    }

    private static double Acceleration(double[][] leftOut)
    {
        double[] influences =
        [
            .. from sample in leftOut
               let mean = sample.Average()
               from value in sample
               select (mean - value) * (sample.Length - 1) / sample.Length,
        ];

        // Free of their unit: the cube of 1e-110 is zero.
        double largest = influences.Max(Math.Abs);
        if (largest == 0)
            return 0;
        double squares = influences.Sum(influence => Math.Pow(influence / largest, 2));
        return influences.Sum(influence => Math.Pow(influence / largest, 3)) / (6 * Math.Pow(squares, 1.5));
    }

    private static double Corrected(double share, double bias, double acceleration)
    {
        double z = bias + Normal.InvCDF(0, 1, share);
        return Normal.CDF(0, 1, bias + (z / (1 - (acceleration * z))));
    }
}
