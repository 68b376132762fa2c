using MathNet.Numerics.RootFinding;

namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>What many tables say of a lead, as draws from the posterior of a <see cref="HierarchicalModel"/>.</summary>
public sealed class HierarchicalPosterior
{
    // Standard deviations beyond which a normal distribution has nothing left.
    private const double Far = 8;

    private readonly HierarchicalDraw[] draws;

    internal HierarchicalPosterior(HierarchicalDraw[] draws) => this.draws = draws;

    /// <summary>The draws.</summary>
    public IReadOnlyList<HierarchicalDraw> Draws => draws;

    /// <summary>Answers the three questions.</summary>
    /// <param name="margin">The least lead that matters, such as 0.01; at least 0.</param>
    /// <param name="confidence">The probability of each interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">A margin below 0, or a confidence outside 0 … 1.</exception>
    public HierarchicalAnswers Answer(double margin, double confidence = 0.95)
    {
        Check.NotNegative(margin, nameof(margin));
        Check.Share(confidence, nameof(confidence));
        double meanAbove = draws.Average(draw => draw.CenterAbove(margin));
        double meanBelow = 1 - draws.Average(draw => draw.CenterAbove(-margin));
        double[] above = [.. draws.Select(draw => draw.ShareAbove(margin)).Order()];
        double[] below = [.. draws.Select(draw => 1 - draw.ShareAbove(-margin)).Order()];
        return new HierarchicalAnswers(
            margin,
            draws.Average(draw => draw.CenterMean),
            MeanInterval(confidence),
            Regions(meanBelow, meanAbove),
            Regions(below.Average(), above.Average()),
            Central(above, confidence),
            Central(below, confidence))
        {
            SharesAbove = above,
        };
    }

    /// <summary>All tables show the same lead without any error.</summary>
    internal static HierarchicalPosterior Certain(double lead) => new([new HierarchicalDraw(lead, 0, double.PositiveInfinity, lead, 0)]);

    // Of the mixture of normals that the draws give, which is smoother than the draws.
    private Interval MeanInterval(double confidence)
    {
        double low = draws.Min(draw => draw.CenterMean - (Far * draw.CenterDeviation));
        double high = draws.Max(draw => draw.CenterMean + (Far * draw.CenterDeviation));
        return low == high ? new(low, high, confidence) : new(End((1 - confidence) / 2), End((1 + confidence) / 2), confidence);

        double End(double share) => Brent.FindRoot(
            value => 1 - draws.Average(draw => draw.CenterAbove(value)) - share, low, high, accuracy: 1e-6 * (high - low));
    }

    private static Interval Central(double[] sorted, double confidence) =>
        new(Quantiles.OfSorted(sorted, (1 - confidence) / 2), Quantiles.OfSorted(sorted, (1 + confidence) / 2), confidence);

    private static RopeProbabilities Regions(double below, double above) => new(below, Math.Max(0, 1 - below - above), above);
}
