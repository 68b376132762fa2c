namespace FrameworkBench.Statistics;

/// <summary>Quantiles with linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).</summary>
public static class Quantiles
{
    /// <summary>The quantile of values.</summary>
    /// <param name="values">At least one, all finite, in any order.</param>
    /// <param name="share">From 0 (the smallest) over 0.5 (the median) to 1 (the largest).</param>
    /// <returns>The quantile.</returns>
    /// <exception cref="ArgumentException">No value, one that is not finite, or a share outside 0 … 1.</exception>
    public static double Of(IReadOnlyList<double> values, double share)
    {
        Check.Finite(values, nameof(values));
        if (!(share >= 0 && share <= 1)) throw new ArgumentException($"A share of {share} is not from 0 to 1.", nameof(share));
        return OfSorted([.. values.Order()], share);
    }

    /// <summary>The median of values.</summary>
    /// <param name="values">At least one, all finite, in any order.</param>
    /// <returns>The median.</returns>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static double Median(IReadOnlyList<double> values) => Of(values, 0.5);

    internal static double OfSorted(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        if (below >= sorted.Length - 1) return sorted[^1];
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
