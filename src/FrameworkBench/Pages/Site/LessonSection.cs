using FrameworkBench.Claims;
using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Site;

/// <summary>
/// The lessons by document. Each opens to its question, its first picture, its verdicts engine by engine, and what was found where a
/// claim does not hold.
/// </summary>
internal static class LessonSection
{
    /// <summary>Writes the section.</summary>
    internal static void Write(HtmlWriter html, SiteContent content)
    {
        html.Block(
            "p", tools => tools.Text("button", "Open all lessons", ("type", "button"), ("id", "open-lessons")).Markup("\n"),
            ("class", "tools scripted"));
        foreach (var document in SummaryPage.ByDocument(content.Experiments))
        {
            html.Text("h3", SummaryPage.TitleOf(document.Key)).Markup("\n");
            foreach (ExperimentResults results in document)
                Lesson(html, results, content);
        }
    }

    /// <summary>The id of a lesson on the page.</summary>
    internal static string IdOf(string experiment) => $"lesson-{experiment}";

    private static void Lesson(HtmlWriter html, ExperimentResults results, SiteContent content)
    {
        IReadOnlyList<ClaimVerdicts> claims = ClaimVerdicts.Of(results);
        html.Block(
            "details", lesson =>
            {
                lesson.Inline("summary", summary =>
                {
                    summary.Text("h4", results.Experiment.Title);
                    VerdictTag.Write(summary, ClaimTally.Of(claims));
                    summary.Text("span", results.Experiment.Question, ("class", "question"));
                }).Markup("\n");
                lesson.Block("div", body => Body(body, results, claims, content), ("class", "lesson-body"));
            }, ("class", "lesson"), ("id", IdOf(results.Experiment.Name)));
    }

    private static void Body(HtmlWriter html, ExperimentResults results, IReadOnlyList<ClaimVerdicts> claims, SiteContent content)
    {
        string? page = content.Read(results.Page);
        LessonPicture.Write(html, results.Page, page, content.Read);
        html.Block("div", words =>
        {
            Engines(words, claims);
            Reasons(words, results, claims);
            words.Inline("p", links => Links(links, results, claims.Count)).Markup("\n");
        });
        if (page is not null)
            Scores(html, results, page);
    }

    // All of them: the page of the experiment names the first few.
    private static void Reasons(HtmlWriter html, ExperimentResults results, IReadOnlyList<ClaimVerdicts> claims)
    {
        var reasons = new MarkdownDocument();
        reasons.Paragraph(RegistrationSummary.Of(claims));
        reasons.List([.. claims.Where(claim => claim.Overall == Ruling.DoesNotHold).Select(VerdictAnswer.Refutation)]);
        reasons.List([.. claims.Where(claim => claim.Contradicting.Count > 0).Select(VerdictAnswer.Contradiction)]);
        MarkdownHtml.Write(html, reasons.ToString(), results.Page);
    }

    private static void Engines(HtmlWriter html, IReadOnlyList<ClaimVerdicts> claims)
    {
        (string Engine, ClaimTally Tally)[] engines = [.. EngineTally.Of(claims)];
        (Ruling Ruling, string Words)[] columns =
        [
            .. new[] { Ruling.Holds, Ruling.DoesNotHold, Ruling.Inconclusive, Ruling.ByConstruction }
                .Where(ruling => engines.Any(engine => Count(engine.Tally, ruling) > 0))
                .Select(ruling => (ruling, VerdictWords.Words(ruling))),
        ];
        if (columns.Length > 0)
            HtmlTable.Write(
                html, ["engine", .. columns.Select(column => column.Words)], [false, .. columns.Select(_ => true)],
                engines.Select(engine => columns.Select(column => Figures.CountOrBlank(Count(engine.Tally, column.Ruling)))
                    .Prepend(HtmlText.Encode(engine.Engine))));
    }

    private static int Count(ClaimTally tally, Ruling ruling) => VerdictTag.Counts(tally).First(count => count.Ruling == ruling).Count;

    private static void Links(HtmlWriter html, ExperimentResults results, int claims)
    {
        html.Text("a", "The whole page", ("href", results.Page));
        if (claims > 0)
            html.Text(" · ").Text(
                "a", $"{Counting.Of(claims, "claim")} in the ledger", ("href", "#ledger"), ("data-show", results.Experiment.Name));
    }

    private static void Scores(HtmlWriter html, ExperimentResults results, string page)
    {
        string section = MarkdownSection.Of(page, "## Scores");
        if (section.Length == 0)
            return;
        html.Block(
            "details", details =>
            {
                details.Text("summary", "Scores by model and engine").Markup("\n");
                MarkdownHtml.Write(details, section, results.Page, deeper: 2);
            }, ("class", "scores"));
    }
}
