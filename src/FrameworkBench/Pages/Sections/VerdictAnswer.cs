using FrameworkBench.Claims;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Sections;

/// <summary>
/// The answer at the top of an experiment's page: how many of its claims hold, which do not and what was seen instead, and which an
/// engine contradicts.
/// </summary>
internal static class VerdictAnswer
{
    private const int MostNamed = 8;

    internal static void Write(MarkdownDocument page, ExperimentResults results)
    {
        IReadOnlyList<ClaimVerdicts> claims = ClaimVerdicts.Of(results);
        string[] engines =
            [.. claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged)
                .Select(verdict => verdict.Engine).Distinct()];
        if (engines.Length == 0)
            return;
        page.Paragraph($"**{TallyWords.Of(ClaimTally.Of(claims))}.** Judged on {Phrase.And(engines)}.");
        page.Paragraph(RegistrationSummary.Of(claims));
        page.List(
        [
            .. Named([.. claims.Where(claim => claim.Overall == Ruling.DoesNotHold)], "do not hold", Refuted),
            .. Named([.. claims.Where(claim => claim.Contradicting.Count > 0)], "are contradicted by an engine", Contradicted),
        ]);
    }

    private static IEnumerable<string> Named(IReadOnlyList<ClaimVerdicts> claims, string others, Func<ClaimVerdicts, string> say)
    {
        int named = claims.Count == MostNamed + 1 ? claims.Count : MostNamed;
        return
        [
            .. claims.Take(named).Select(say),
            .. claims.Count > named ? [$"{claims.Count - named} more {others}; see the claims below."] : Array.Empty<string>(),
        ];
    }

    private static string Refuted(ClaimVerdicts claim) => $"{VerdictWords.Icon(Ruling.DoesNotHold)} {Refutation(claim)}";

    /// <summary>What a claim that does not hold says, and what was found instead.</summary>
    internal static string Refutation(ClaimVerdicts claim)
    {
        Verdict verdict = claim.Whole!;
        string engines = verdict.IsOfAllEngines ? Engines(claim) : verdict.Engine;
        return $"*{MarkdownText.Escape(claim.Says)}* Found on {engines}: {MarkdownText.Escape(verdict.Finding.Evidence)}.";
    }

    private static string Engines(ClaimVerdicts claim)
    {
        int judged = claim.Verdicts.Count(verdict => verdict.Finding.Ruling != Ruling.NotJudged);
        return judged == claim.Verdicts.Count ? Verdict.AllEngines : $"all {judged} engines that could judge it";
    }

    private static string Contradicted(ClaimVerdicts claim) => $"{VerdictWords.Contradicted} {Contradiction(claim)}";

    /// <summary>What a claim says whose verdict an engine contradicts, and which engine that is.</summary>
    internal static string Contradiction(ClaimVerdicts claim) =>
        $"*{MarkdownText.Escape(claim.Says)}* It {VerdictWords.Words(claim.Overall)} over {Engines(claim)}, "
        + $"but {Phrase.And([.. claim.Contradicting.Select(verdict => verdict.Engine)])} alone "
        + $"{(claim.Contradicting.Count == 1 ? "contradicts" : "contradict")} that.";
}
