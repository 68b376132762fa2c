using FrameworkBench.Claims;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;

namespace FrameworkBench.Pages.Site;

/// <summary>How claims came out engine by engine.</summary>
internal static class EngineTally
{
    /// <summary>
    /// All engines together first, then each engine that judged a claim, in the order of every table: how many of the claims came out how
    /// on its own trials.
    /// </summary>
    internal static IEnumerable<(string Engine, ClaimTally Tally)> Of(IReadOnlyList<ClaimVerdicts> claims)
    {
        string[] engines =
        [
            .. claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged)
                .Select(verdict => verdict.Engine).Distinct().OrderBy(EngineLooks.Of),
        ];
        if (engines.Length > 1)
            yield return (Verdict.AllEngines, ClaimTally.Of(claims));
        foreach (string engine in engines)
            yield return (engine, ClaimTally.Of([.. claims.Select(claim => By(claim, engine))]));
    }

    private static ClaimVerdicts By(ClaimVerdicts claim, string engine) => claim with
    {
        Together = null,
        Verdicts = [.. claim.Verdicts.Where(verdict => verdict.Engine == engine)],
    };
}
