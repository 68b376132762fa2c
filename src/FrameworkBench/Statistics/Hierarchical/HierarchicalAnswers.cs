namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>
/// What many tables say of a lead: three questions that have different answers. A mean lead within the margin does not keep
/// half of the tables from leading by far, and the other half from falling behind by as much.
/// </summary>
/// <param name="Margin">The least lead that matters.</param>
/// <param name="MeanLead">The posterior mean of the mean lead δ₀.</param>
/// <param name="MeanInterval">Its central interval.</param>
/// <param name="Mean">How probable it is that the mean lead lies below −margin, within ±margin, or above the margin.</param>
/// <param name="NextTable">
/// The same for the true lead on one more such table. Above is also the posterior mean of the share of tables with a lead above the margin,
/// and Below that of the share with one below −margin.
/// </param>
/// <param name="ShareAbove">The interval of the share of tables with a lead above the margin.</param>
/// <param name="ShareBelow">The interval of the share of tables with a lead below −margin.</param>
public sealed record HierarchicalAnswers(
    double Margin,
    double MeanLead,
    Interval MeanInterval,
    RopeProbabilities Mean,
    RopeProbabilities NextTable,
    Interval ShareAbove,
    Interval ShareBelow)
{
    /// <summary>The share above the margin in each draw, in ascending order.</summary>
    internal double[] SharesAbove { get; init; } = [];

    /// <summary>How probable it is that at least a share of such tables has a lead above the margin.</summary>
    /// <param name="share">The share, between 0 and 1.</param>
    /// <exception cref="ArgumentException">A share outside 0 … 1.</exception>
    public double ChanceOfShare(double share)
    {
        Check.Share(share, nameof(share));
        return (double)SharesAbove.Count(one => one >= share) / SharesAbove.Length;
    }
}
