using FrameworkBench.Claims;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Ledger;

/// <summary><c>claims.md</c>: how claims are judged, and every claim with its evidence and verdict.</summary>
internal static class LedgerPage
{
    internal const string Name = "claims.md";

    internal const string ChangesHeading = "Changes made after seeing results";

    /// <summary>How a claim is judged.</summary>
    internal const string Rule = "Every claim, judged on every engine over many seeds and splits. "
        + "A verdict follows from an interval, by a rule that the experiment fixes before the run: "
        + "the claim *holds* if the whole interval agrees with it, *does not hold* if the whole interval contradicts it, "
        + "and is *inconclusive* otherwise. "
        + "If several engines ran it, their mean decides, and engines that contradict the verdict are named. "
        + "What is true *by construction*, such as a theorem or a deterministic run, is not evidence and counts separately. "
        + "A verdict *on this split* says nothing about other rows.";

    internal static ResultFile Write(IReadOnlyList<ExperimentResults> experiments)
    {
        var page = new MarkdownDocument();
        page.Heading(1, "Ledger");
        page.Paragraph($"{Rule} The page of each experiment has the verdicts engine by engine. "
            + MarkdownText.Link("All results", SummaryPage.Name));
        Answer(page, [.. experiments.SelectMany(ClaimVerdicts.Of)]);
        page.Picture("The ledger: the claims of each experiment, counted by verdict", LedgerPicture.Name);
        page.Paragraph(MarkdownText.Link("The same by engine", LedgerPicture.ByEngine));
        Changes(page, experiments);
        Claims(page, experiments);
        return new ResultFile(Name, page.ToString());
    }

    /// <summary>How many claims hold, how many of that chance may have made, and how many are exploratory.</summary>
    internal static void Answer(MarkdownDocument page, IReadOnlyList<ClaimVerdicts> claims) =>
        page.Paragraph($"**{TallyWords.Of(ClaimTally.Of(claims))}.** {RegistrationSummary.Of(claims)}".TrimEnd())
            .Paragraph(ErrorWords.Of(LedgerErrors.Of(claims)));

    /// <summary>The claims of all experiments with their verdicts, a row each, and the documents that make them.</summary>
    internal static void Claims(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        var sources = new Sources();
        page.Heading(2, "Claims");
        foreach (ExperimentResults results in experiments)
        {
            var table = new MarkdownTable("claim", "source", "judged on", "evidence [interval]", "verdict");
            foreach (ClaimVerdicts claim in ClaimVerdicts.Of(results))
                table.Add([MarkdownText.Escape(claim.Says), sources.Cite(claim.Claim.Source), .. Found(claim)]);
            if (table.Rows > 0)
                page.Heading(3, MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)).Table(table);
        }

        if (sources.Documents.Count > 0)
            page.Heading(3, "Documents").Numbered([.. sources.Documents.Select(MarkdownText.Escape)]);
    }

    private static string[] Found(ClaimVerdicts claim)
    {
        if (claim.Whole is not { } whole)
            return ["", "not judged by any engine", VerdictWords.Mark(Ruling.NotJudged)];
        string contrary = claim.Contradicting.Count == 0 ? ""
            : $"<br>{VerdictWords.Contradicted} contradicted by {Phrase.And([.. claim.Contradicting.Select(verdict => verdict.Engine)])}";
        return [whole.Engine, MarkdownText.Escape(whole.Finding.Evidence), VerdictWords.Mark(whole) + contrary];
    }

    private static void Changes(MarkdownDocument page, IReadOnlyList<ExperimentResults> experiments)
    {
        ExperimentResults[] changed = [.. experiments.Where(results => results.Experiment.ChangedAfterResults.Count > 0)];
        if (changed.Length == 0)
            return;
        page.Heading(2, ChangesHeading);
        page.Paragraph("A rule fixed before the run keeps its error rate. "
            + "A rule changed after seeing results does not. These were changed:");
        page.List(
        [
            .. from results in changed
               from change in results.Experiment.ChangedAfterResults
               select $"{MarkdownText.Link(MarkdownText.Escape(results.Experiment.Title), results.Page)}: {MarkdownText.Escape(change)}",
        ]);
    }
}
