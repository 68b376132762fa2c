using FrameworkBench.Claims;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary>
/// The rows of a table of claims: one an engine, one for all engines that could not judge a claim for the same reason,
/// and at the end one for engines that could judge none of the claims, for one reason.
/// </summary>
internal sealed class ClaimRows
{
    private readonly List<(string Engine, string Reason)> none;

    /// <summary>Finds the engines that could judge none of the claims of a table.</summary>
    internal ClaimRows(IReadOnlyList<ClaimVerdicts> claims) =>
        none =
        [
            .. claims.SelectMany(claim => claim.Verdicts)
                .GroupBy(verdict => verdict.Engine)
                .Where(engine => claims.Count > 1 && engine.Count() == claims.Count && engine.All(verdict => verdict.Finding.Ruling == Ruling.NotJudged)
                    && engine.DistinctBy(verdict => verdict.Finding.Evidence).Count() == 1)
                .Select(engine => (engine.Key, engine.First().Finding.Evidence)),
        ];

    /// <summary>Engines, reason and verdict of the rows at the end, as Markdown.</summary>
    internal IEnumerable<(string Engine, string Evidence, string Verdict)> OfNone =>
        none.GroupBy(engine => engine.Reason).Select(same => NotJudged(same.Select(engine => engine.Engine), same.Key));

    /// <summary>Engine, evidence and verdict of each row of a claim, as Markdown.</summary>
    internal IEnumerable<(string Engine, string Evidence, string Verdict)> Of(ClaimVerdicts claim)
    {
        var judged = claim.Verdicts.Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged);
        var unjudged = claim.Verdicts.Where(verdict => verdict.Finding.Ruling == Ruling.NotJudged && !none.Exists(engine => engine.Engine == verdict.Engine));
        return
        [
            .. judged.Select(verdict => (verdict.Engine, MarkdownText.Escape(verdict.Finding.Evidence), VerdictWords.Mark(verdict.Finding.Ruling))),
            .. unjudged.GroupBy(verdict => verdict.Finding.Evidence).Select(same => NotJudged(same.Select(verdict => verdict.Engine), same.Key)),
        ];
    }

    private static (string Engine, string Evidence, string Verdict) NotJudged(IEnumerable<string> engines, string reason) =>
        (string.Join(", ", engines), MarkdownText.Escape(reason), VerdictWords.Mark(Ruling.NotJudged));
}
