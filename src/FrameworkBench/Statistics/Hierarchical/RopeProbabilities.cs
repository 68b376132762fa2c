namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>
/// How probable it is that a difference lies below, within or above the region of practical equivalence (ROPE).
/// The three sum to one.
/// </summary>
/// <param name="Below">The second is practically larger.</param>
/// <param name="Within">Both are practically equal.</param>
/// <param name="Above">The first is practically larger.</param>
public sealed record RopeProbabilities(double Below, double Within, double Above);
