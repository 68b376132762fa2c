namespace FrameworkBench.Datasets.Preparation;

/// <summary>
/// z = (x − median) / interquartile range, then z / √(1 + (z/3)²), which leaves small values nearly as they are and no value beyond ±3
/// (Holzmüller, Grinsztajn and Steinwart 2024). Where half of the values are equal, half of the range takes the interquartile range's
/// place.
/// </summary>
internal sealed record RobustScaling(double Median, double Factor) : IScaling
{
    private const double Bound = 3;

    /// <summary>Learns from the values of the training rows, at least one.</summary>
    public static RobustScaling Fit(double[] values)
    {
        double[] sorted = [.. values.Order()];
        double spread = NumpyQuantile.Of(sorted, 0.75) - NumpyQuantile.Of(sorted, 0.25);
        if (spread == 0)
            spread = 0.5 * (sorted[^1] - sorted[0]);
        return new RobustScaling(NumpyQuantile.Of(sorted, 0.5), spread == 0 ? 0 : 1 / spread);
    }

    public double Apply(double value)
    {
        double z = Factor * (value - Median);
        return z / Math.Sqrt(1 + (z / Bound * (z / Bound)));
    }
}
