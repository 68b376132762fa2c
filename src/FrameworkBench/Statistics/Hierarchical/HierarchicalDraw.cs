namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>One draw from the posterior of a <see cref="HierarchicalModel"/>: a population of tables.</summary>
/// <param name="Center">δ₀, the mean lead over tables.</param>
/// <param name="Scale">σ₀, the spread between tables.</param>
/// <param name="DegreesOfFreedom">ν: small where some tables lie far from the others.</param>
/// <param name="CenterMean">The mean of δ₀ given everything else in the draw; δ₀ is normal there.</param>
/// <param name="CenterDeviation">Its standard deviation.</param>
public readonly record struct HierarchicalDraw(
    double Center, double Scale, double DegreesOfFreedom, double CenterMean, double CenterDeviation)
{
    /// <summary>The share of such tables with a lead above a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    public double ShareAbove(double threshold) => Scale == 0
        ? (Center > threshold ? 1 : 0)
        : Student.Cumulative((Center - threshold) / Scale, DegreesOfFreedom);

    /// <summary>The probability that δ₀ is above a threshold, given everything else in the draw.</summary>
    /// <param name="threshold">The threshold.</param>
    public double CenterAbove(double threshold) => CenterDeviation == 0
        ? (CenterMean > threshold ? 1 : 0)
        : MathNet.Numerics.Distributions.Normal.CDF(0, 1, (CenterMean - threshold) / CenterDeviation);

    /// <summary>The draw in another unit and from another origin.</summary>
    internal HierarchicalDraw In(double unit, double origin) =>
        new(origin + (unit * Center), unit * Scale, DegreesOfFreedom, origin + (unit * CenterMean), unit * CenterDeviation);
}
