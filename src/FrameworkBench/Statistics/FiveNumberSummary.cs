namespace FrameworkBench.Statistics;

/// <summary>Where values lie and how they spread, without assuming a shape: for times and box plots.</summary>
/// <param name="Count">The number of values.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="LowerQuartile">A quarter of the values lies below.</param>
/// <param name="Median">Half of the values lies below.</param>
/// <param name="UpperQuartile">A quarter of the values lies above.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="MedianAbsoluteDeviation">The median distance from the median, not scaled to a normal distribution.</param>
public sealed record FiveNumberSummary(
    int Count,
    double Minimum,
    double LowerQuartile,
    double Median,
    double UpperQuartile,
    double Maximum,
    double MedianAbsoluteDeviation)
{
    /// <summary>Sums up values; all five numbers of one value are that value.</summary>
    /// <param name="values">At least one, all finite, in any order.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static FiveNumberSummary Of(IReadOnlyList<double> values)
    {
        Check.Finite(values, nameof(values));
        double[] sorted = [.. values.Order()];
        double median = Quantiles.OfSorted(sorted, 0.5);
        return new FiveNumberSummary(
            sorted.Length, sorted[0], Quantiles.OfSorted(sorted, 0.25), median, Quantiles.OfSorted(sorted, 0.75), sorted[^1],
            Quantiles.Median([.. sorted.Select(value => Math.Abs(value - median))]));
    }
}
