using FrameworkBench.Statistics;

namespace FrameworkBench.Claims;

/// <summary>What the test of a claim found.</summary>
/// <param name="Ruling">What it says of the claim.</param>
/// <param name="Evidence">One sentence with the estimate, its interval and the number of trials or tables.</param>
/// <param name="Estimate">The share, mean, mean difference or probability; null when nothing was judged.</param>
/// <param name="Interval">Its interval; null when nothing was judged, and for a probability.</param>
/// <param name="PValue">
/// The smallest α at which an interval of confidence 1 − α decides the claim, either way: a two-sided p value. Null when nothing was
/// judged.
/// </param>
public sealed record Finding(Ruling Ruling, string Evidence, double? Estimate = null, Interval? Interval = null, double? PValue = null)
{
    /// <summary>How many trials alone contradict the claim; null where single trials do not.</summary>
    public int? Contrary { get; init; }

    /// <summary>Nothing was judged, for a reason.</summary>
    public static Finding NotJudged(string reason) => new(Ruling.NotJudged, reason);
}
