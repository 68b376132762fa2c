namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>One draw from the posterior of a <see cref="HierarchicalModel"/>: a population of tables.</summary>
/// <param name="Centre">δ₀, the mean lead over tables.</param>
/// <param name="Scale">σ₀, the spread between tables.</param>
/// <param name="DegreesOfFreedom">ν: small where some tables lie far from the others.</param>
/// <param name="CentreMean">The mean of δ₀ given everything else in the draw; δ₀ is normal there.</param>
/// <param name="CentreDeviation">Its standard deviation.</param>
public readonly record struct HierarchicalDraw(
    double Centre, double Scale, double DegreesOfFreedom, double CentreMean, double CentreDeviation)
{
    /// <summary>The share of such tables with a lead above a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    public double ShareAbove(double threshold) => Scale == 0
        ? (Centre > threshold ? 1 : 0)
        : Student.Cumulative((Centre - threshold) / Scale, DegreesOfFreedom);

    /// <summary>The probability that δ₀ is above a threshold, given everything else in the draw.</summary>
    /// <param name="threshold">The threshold.</param>
    public double CentreAbove(double threshold) => CentreDeviation == 0
        ? (CentreMean > threshold ? 1 : 0)
        : MathNet.Numerics.Distributions.Normal.CDF(0, 1, (CentreMean - threshold) / CentreDeviation);

    /// <summary>The draw in another unit and from another origin.</summary>
    internal HierarchicalDraw In(double unit, double origin) =>
        new(origin + (unit * Centre), unit * Scale, DegreesOfFreedom, origin + (unit * CentreMean), unit * CentreDeviation);
}
