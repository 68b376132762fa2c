using FrameworkBench.Claims;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Pages.Sections;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Site;

/// <summary>
/// What each engine ran, how its own verdicts stand to the ledger's, whether it does the same work as the others, and what it takes of
/// time and memory: the last two as their pages have them.
/// </summary>
internal static class EngineSection
{
    /// <summary>The heading of the parity of engines, as it is written.</summary>
    internal const string ParityHeading = "<h3>Parity</h3>";

    /// <summary>Writes the section.</summary>
    internal static void Write(HtmlWriter html, SiteContent content)
    {
        var trials = new MarkdownDocument().Table(SummaryPage.EngineTable(content.Runs));
        MarkdownHtml.Write(html, trials.ToString(), SummaryPage.Name);
        Verdicts(html, content.Claims);
        Parity(html, content.Read(SummaryPage.ParityData));
        Times(html, content.Read(TimingsPage.Path));
    }

    private static void Verdicts(HtmlWriter html, IReadOnlyList<ClaimVerdicts> claims)
    {
        Verdict[] own = [.. claims.SelectMany(claim => claim.Verdicts).Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged)];
        var decided = claims.Where(claim => claim.Overall is Ruling.Holds or Ruling.DoesNotHold).ToList();
        if (own.Length == 0)
            return;
        html.Text("h3", "Verdicts of each engine alone").Markup("\n");
        html.Text("p", "Of the claims that hold or do not, how many an engine's own trials decide alike, leave open, or decide to the "
            + "contrary. Scores model by model stand in the lessons.").Markup("\n");
        HtmlTable.Write(
            html, ["engine", "claims judged", "of them decided", "alike", "left open", "to the contrary"],
            [false, true, true, true, true, true],
            own.GroupBy(verdict => verdict.Engine).OrderBy(engine => EngineLooks.Of(engine.Key)).Select(engine => Cells(
                engine.Key, engine.Count(), decided.Where(claim => engine.Any(verdict => claim.Verdicts.Contains(verdict))).ToList())));
    }

    private static IEnumerable<string> Cells(string engine, int judged, List<ClaimVerdicts> decided)
    {
        int alike = decided.Count(claim => claim.Verdicts.Any(
            verdict => verdict.Engine == engine && verdict.Finding.Ruling == claim.Overall));
        int contrary = decided.Count(claim => claim.Contradicting.Any(verdict => verdict.Engine == engine));
        return
        [
            HtmlText.Encode(engine),
            .. new[] { judged, decided.Count, alike, decided.Count - alike - contrary, contrary }.Select(count => Figures.Count(count)),
        ];
    }

    private static void Parity(HtmlWriter html, string? data)
    {
        if (data is null)
            return;
        string[] verdicts = ["agrees", "differs by definition", "differs", "failed", "not supported"];
        var rows = CsvText.Table(data).Rows.Select(row =>
            (Engine: row.Cells.GetValueOrDefault("engine", ""), Verdict: row.Cells.GetValueOrDefault("verdict", "").Split(':')[0]));
        html.Markup(ParityHeading).Markup("\n");
        html.Inline("p", text => text.Text("From the same initial weights and batches, does an engine do the same work as the reference? "
            + "Comparisons by their result. ").Text("a", "How they are made", ("href", SummaryPage.Parity))).Markup("\n");
        HtmlTable.Write(
            html, ["engine", .. verdicts], [false, .. verdicts.Select(_ => true)],
            rows.GroupBy(row => row.Engine).OrderBy(engine => EngineLooks.Of(engine.Key)).Select(engine => verdicts
                .Select(verdict => Figures.Count(engine.Count(row => row.Verdict == verdict))).Prepend(HtmlText.Encode(engine.Key))));
    }

    private static void Times(HtmlWriter html, string? page)
    {
        if (page is null)
            return;
        foreach ((string title, string heading) in new[]
            { ("Time and memory", TimingsPage.Glance), (FitCostSection.Heading, FitCostSection.Heading) })
        {
            string section = MarkdownSection.Of(page, $"## {heading}");
            if (section.Length > 0)
                MarkdownHtml.Write(html.Text("h3", title).Markup("\n"), section, TimingsPage.Path);
        }
    }
}
