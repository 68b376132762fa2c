namespace FrameworkBench.Datasets.Preparation;

/// <summary>Quantiles as NumPy computes them, to the last bit.</summary>
internal static class NumpyQuantile
{
    /// <summary>The quantile of sorted values by linear interpolation, NumPy's default.</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="share">From 0, the smallest, to 1, the largest.</param>
    public static double Of(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)Math.Floor(place), sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        double weight = place - below;
        double difference = sorted[above] - sorted[below];
        return weight < 0.5 ? sorted[below] + (difference * weight) : sorted[above] - (difference * (1 - weight));
    }
}
