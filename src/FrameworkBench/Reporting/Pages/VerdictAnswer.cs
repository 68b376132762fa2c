using FrameworkBench.Claims;
using FrameworkBench.Reporting.Markdown;
using FrameworkBench.Reporting.Summaries;
using FrameworkBench.Reporting.Wording;

namespace FrameworkBench.Reporting.Pages;

/// <summary>
/// The answer at the top of an experiment's page: how many of its claims hold, which do not and what was seen instead, and on which
/// engines differ.
/// </summary>
internal static class VerdictAnswer
{
    private const int MostNamed = 3;

    internal static void Write(MarkdownDocument page, ExperimentResults results)
    {
        IReadOnlyList<ClaimVerdicts> claims = ClaimVerdicts.Of(results);
        string[] engines = [.. claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged).Select(verdict => verdict.Engine).Distinct()];
        if (engines.Length == 0)
            return;
        page.Paragraph($"**{TallyWords.Of(ClaimTally.Of(claims), engines.Length)}.** Judged by {Counting.And(engines)}.");
        page.Paragraph(RegistrationSummary.Of(claims));
        page.List(
        [
            .. Named([.. claims.Where(claim => claim.Overall == Ruling.DoesNotHold)], "do not hold", Refuted),
            .. Named([.. claims.Where(claim => claim.IsDisputed)], "are decided differently", Disputed),
        ]);
    }

    private static IEnumerable<string> Named(IReadOnlyList<ClaimVerdicts> claims, string others, Func<ClaimVerdicts, string> say)
    {
        int named = claims.Count == MostNamed + 1 ? claims.Count : MostNamed;
        return
        [
            .. claims.Take(named).Select(say),
            .. claims.Count > named ? [FormattableString.Invariant($"{claims.Count - named} more {others}; see the claims below.")] : Array.Empty<string>(),
        ];
    }

    // What the first engine saw that refutes it; the table below has all of them.
    private static string Refuted(ClaimVerdicts claim)
    {
        Verdict verdict = claim.Verdicts.First(verdict => verdict.Finding.Ruling == Ruling.DoesNotHold);
        return $"{VerdictWords.Icon(Ruling.DoesNotHold)} *{MarkdownText.Escape(claim.Says)}* Seen by {verdict.Engine}: {MarkdownText.Escape(verdict.Finding.Evidence)}.";
    }

    private static string Disputed(ClaimVerdicts claim) =>
        $"{VerdictWords.Disputed} *{MarkdownText.Escape(claim.Says)}* It holds by {By(claim, Ruling.Holds)}, not by {By(claim, Ruling.DoesNotHold)}.";

    private static string By(ClaimVerdicts claim, Ruling ruling) =>
        Counting.And([.. claim.Verdicts.Where(verdict => verdict.Finding.Ruling == ruling).Select(verdict => verdict.Engine)]);
}
