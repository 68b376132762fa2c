using FrameworkBench.Claims;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Summaries;

/// <summary>
/// How many verdicts of a ledger chance may have made: each is allowed to be wrong once in twenty times, and a ledger has many. The claims'
/// p values are adjusted by Benjamini and Hochberg.
/// </summary>
/// <param name="Tested">Claims whose test gave a p value, whatever it found; what is true by construction has none.</param>
/// <param name="Surviving">Claims that hold or do not, also at a false discovery rate of <see cref="Rate"/>.</param>
/// <param name="Lost">Claims that hold or do not by themselves, and are inconclusive at that rate.</param>
internal sealed record LedgerErrors(int Tested, IReadOnlyList<ClaimVerdicts> Surviving, IReadOnlyList<ClaimVerdicts> Lost)
{
    /// <summary>The share of the surviving verdicts that may be expected to be wrong.</summary>
    internal const double Rate = 0.05;

    /// <summary>How many verdicts chance would give if every claim lay exactly where it turns false.</summary>
    internal int ByChance => (int)Math.Round(Rate * Tested);

    /// <summary>How many of the surviving verdicts are expected to be wrong, at most.</summary>
    internal int ExpectedWrong => (int)Math.Ceiling(Rate * Surviving.Count);

    /// <summary>Counts them.</summary>
    internal static LedgerErrors Of(IReadOnlyList<ClaimVerdicts> claims)
    {
        var tested = claims.Where(claim => claim.Whole?.Finding.PValue is not null).ToList();
        IReadOnlyList<double> adjusted = BenjaminiHochberg.Adjust([.. tested.Select(claim => claim.Whole!.Finding.PValue!.Value)]);
        var decided = tested.Zip(adjusted).Where(claim => IsDecided(claim.First))
            .ToLookup(claim => claim.Second <= Rate, claim => claim.First);
        return new LedgerErrors(tested.Count, [.. decided[true]], [.. decided[false]]);
    }

    // A printed run that is plausible is one that no test rejects, so that there is no rejection to be wrong.
    private static bool IsDecided(ClaimVerdicts claim) =>
        claim.Overall is Ruling.Holds or Ruling.DoesNotHold && claim.Whole!.Finding.PValue <= 1 - claim.Claim.Confidence + 1e-12;
}
