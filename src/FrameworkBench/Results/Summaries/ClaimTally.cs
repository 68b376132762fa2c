using FrameworkBench.Claims;

namespace FrameworkBench.Results.Summaries;

/// <summary>How many claims came out how, each counted once by its verdict over all engines.</summary>
/// <param name="Claims">All of them.</param>
/// <param name="Hold">Those that hold.</param>
/// <param name="DoNotHold">Those that do not.</param>
/// <param name="Undecided">Those that were judged and are inconclusive.</param>
/// <param name="ByConstruction">Those that are true by construction: outside the count of what evidence shows.</param>
/// <param name="NotJudged">Those that no engine could judge.</param>
/// <param name="Contradicted">Those that hold or do not, while some engine's own trials say the contrary.</param>
internal sealed record ClaimTally(int Claims, int Hold, int DoNotHold, int Undecided, int ByConstruction, int NotJudged, int Contradicted)
{
    /// <summary>Counts claims.</summary>
    internal static ClaimTally Of(IReadOnlyList<ClaimVerdicts> claims)
    {
        return new ClaimTally(
            claims.Count, Count(Ruling.Holds), Count(Ruling.DoesNotHold), Count(Ruling.Inconclusive), Count(Ruling.ByConstruction),
            Count(Ruling.NotJudged),
            claims.Count(claim => claim.Contradicting.Count > 0));

        int Count(Ruling ruling) => claims.Count(claim => claim.Overall == ruling);
    }
}
