namespace FrameworkBench.Statistics.Ranking;

/// <summary>Where the p value of the Wilcoxon signed-rank test comes from.</summary>
public enum SignedRankMethod
{
    /// <summary>Exact up to 200 differences other than zero, normal with continuity correction above.</summary>
    Automatic,

    /// <summary>All 2ⁿ signs of the ranks at hand, ties included, counted by dynamic programming.</summary>
    Exact,

    /// <summary>The normal approximation with the tie correction.</summary>
    Normal,

    /// <summary>The normal approximation with the tie correction and half a rank of continuity correction.</summary>
    NormalWithContinuity,
}
