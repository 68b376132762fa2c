using FrameworkBench.Claims;

namespace FrameworkBench.Reporting.Summaries;

/// <summary>How many claims came out how, each counted once whatever the number of engines.</summary>
/// <param name="Claims">All of them.</param>
/// <param name="Hold">Those that every engine that decides says to hold.</param>
/// <param name="DoNotHold">Those that every engine that decides says not to.</param>
/// <param name="Undecided">Those that were judged and that no engine decides.</param>
/// <param name="Disputed">Those that hold by one engine and do not by another.</param>
/// <param name="NotJudged">Those that no engine could judge.</param>
internal sealed record ClaimTally(int Claims, int Hold, int DoNotHold, int Undecided, int Disputed, int NotJudged)
{
    /// <summary>Counts claims.</summary>
    internal static ClaimTally Of(IReadOnlyList<ClaimVerdicts> claims)
    {
        int disputed = claims.Count(claim => claim.IsDisputed);
        return new ClaimTally(claims.Count, Count(Ruling.Holds), Count(Ruling.DoesNotHold), Count(Ruling.Inconclusive) - disputed, disputed, Count(Ruling.NotJudged));

        int Count(Ruling ruling) => claims.Count(claim => claim.Overall == ruling);
    }
}
