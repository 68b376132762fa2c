using MathNet.Numerics.Distributions;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>
/// Maps values by their rank among the training values to a standard normal distribution, as scikit-learn's
/// <c>QuantileTransformer(output_distribution="normal")</c> with up to 1000 quantiles. Unlike there, the tolerance at the ends shrinks
/// with the range of the column, so that a column of tiny numbers keeps its information.
/// </summary>
internal sealed class QuantileScaling : IScaling
{
    private const int MostQuantiles = 1000;
    private const double BoundsThreshold = 1e-7;
    private static readonly double Lowest = Normal.InvCDF(0, 1, BoundsThreshold - 2.220446049250313e-16);
    private static readonly double Highest = Normal.InvCDF(0, 1, 1 - (BoundsThreshold - 2.220446049250313e-16));

    private readonly double[] quantiles;
    private readonly double[] references;
    private readonly double tolerance;

    private QuantileScaling(double[] quantiles, double[] references)
    {
        this.quantiles = quantiles;
        this.references = references;
        tolerance = BoundsThreshold * Math.Min(1, quantiles[^1] - quantiles[0]);
    }

    /// <param name="values">Training values that are present, not all the same.</param>
    /// <param name="rows">Number of training rows, present or not: there are as many quantiles, at most 1000.</param>
    public static QuantileScaling Fit(double[] values, int rows)
    {
        double[] sorted = [.. values.Order()];
        int count = Math.Min(MostQuantiles, rows);
        double[] shares = new double[count];
        double[] found = new double[count];
        for (int i = 0; i < count; i++)
        {
            shares[i] = i == count - 1 ? 1 : i * (1.0 / (count - 1));
            found[i] = NumpyQuantile.Of(sorted, shares[i] * 100 / 100);
            if (i > 0)
                found[i] = Math.Max(found[i], found[i - 1]);
        }

        return new QuantileScaling(found, shares);
    }

    public double Apply(double value)
    {
        if (value - tolerance < quantiles[0])
            return Lowest;
        if (value + tolerance > quantiles[^1])
            return Highest;
        // Where several quantiles are equal, the middle of their references is taken.
        double share = 0.5 * (Interpolate(value, LastAtMost(value)) + Interpolate(value, FirstAtLeast(value) - 1));
        return Math.Clamp(Normal.InvCDF(0, 1, share), Lowest, Highest);
    }

    /// <summary>The line through the references of two neighbouring quantiles.</summary>
    private double Interpolate(double value, int left)
    {
        double width = quantiles[left + 1] - quantiles[left];
        return references[left] + ((references[left + 1] - references[left]) / width * (value - quantiles[left]));
    }

    private int LastAtMost(double value)
    {
        int low = 0;
        int high = quantiles.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (quantiles[middle] <= value)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private int FirstAtLeast(double value)
    {
        int low = 0;
        int high = quantiles.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (quantiles[middle] < value)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
