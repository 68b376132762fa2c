using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Site;

/// <summary>Every claim with its evidence and verdict, a line each, and what the script filters them by.</summary>
internal static class LedgerSection
{
    /// <summary>Writes the section.</summary>
    internal static void Write(HtmlWriter html, SiteContent content)
    {
        MarkdownHtml.Write(html, LedgerPage.Rule, LedgerPage.Name);
        html.Block("form", form => Filters(form, content), ("id", "filters"), ("class", "tools scripted"), ("role", "search"),
            ("aria-label", "Filter the claims"));
        html.Inline(
            "p", count => count.Text("output", Counting.Of(content.Claims.Count, "claim"), ("id", "shown-claims"), ("for", "filters")))
            .Markup("\n");
        html.Block(
            "ol", list =>
            {
                foreach (ClaimVerdicts claim in content.Claims)
                    Claim(list, claim);
            }, ("class", "claims"), ("id", "claims"));
    }

    private static void Filters(HtmlWriter form, SiteContent content)
    {
        form.Block("label", label => label.Text("Search ").Open("input", ("type", "search"), ("name", "words"), ("autocomplete", "off")));
        Choice(
            form, "Verdict", "verdict",
            [.. Enum.GetValues<Ruling>().Where(ruling => content.Claims.Any(claim => claim.Overall == ruling))
                .Select(ruling => (VerdictTag.Style(ruling), VerdictWords.Words(ruling)))]);
        Choice(
            form, "Lesson", "lesson",
            [.. content.Claims.Select(claim => claim.Experiment).Distinct().Select(experiment => (experiment.Name, experiment.Title))]);
        Choice(form, "Engine", "engine", [.. EngineTally.Of(content.Claims).Select(one => one.Engine)
            .Where(engine => engine != Verdict.AllEngines).Select(engine => (engine, engine))]);
        Choice(form, "Only", "mark", [("contradicted", "contradicted by an engine"), ("exploratory", "exploratory")]);
        form.Text("button", "Reset", ("type", "button")).Markup("\n");
    }

    private static void Choice(HtmlWriter form, string label, string name, IReadOnlyList<(string Value, string Words)> options) =>
        form.Block("label", inner => inner.Text($"{label} ").Block(
            "select", select =>
            {
                select.Text("option", "all", ("value", "")).Markup("\n");
                foreach ((string value, string words) in options)
                    select.Text("option", words, ("value", value)).Markup("\n");
            }, ("name", name)));

    private static void Claim(HtmlWriter list, ClaimVerdicts claim) =>
        list.Inline(
            "li", item =>
            {
                VerdictTag.Write(item, claim.Overall);
                item.Text("p", claim.Says, ("class", "says")).Inline("p", evidence => Evidence(evidence, claim), ("class", "evidence"));
                item.Inline("p", from => From(from, claim), ("class", "from"));
            }, ("data-verdict", VerdictTag.Style(claim.Overall)), ("data-lesson", claim.Experiment.Name),
            ("data-engine", string.Join(' ', Judges(claim))), ("data-mark", string.Join(' ', Marks(claim)))).Markup("\n");

    private static void Evidence(HtmlWriter html, ClaimVerdicts claim)
    {
        if (claim.Whole is { } whole)
            html.Text("b", whole.Engine).Text($": {whole.Finding.Evidence}");
        else
            html.Text("Not judged by any engine");
        if (claim.Contradicting.Count > 0)
            html.Text($" · contradicted by {Phrase.And([.. claim.Contradicting.Select(verdict => verdict.Engine)])}");
        if (IsExploratory(claim))
            html.Text(" · ").Text("em", "exploratory");
    }

    private static void From(HtmlWriter html, ClaimVerdicts claim) =>
        html.Text("a", claim.Experiment.Title, ("href", $"#{LessonSection.IdOf(claim.Experiment.Name)}"))
            .Text(claim.Claim.Source is { } source ? $" · {source}" : " · this project");

    private static IEnumerable<string> Judges(ClaimVerdicts claim) =>
        claim.Verdicts.Where(verdict => verdict.Finding.Ruling != Ruling.NotJudged).Select(verdict => verdict.Engine);

    private static IEnumerable<string> Marks(ClaimVerdicts claim) =>
    [
        .. claim.Contradicting.Count > 0 ? ["contradicted"] : Array.Empty<string>(),
        .. IsExploratory(claim) ? ["exploratory"] : Array.Empty<string>(),
    ];

    private static bool IsExploratory(ClaimVerdicts claim) =>
        claim.Overall is not (Ruling.NotJudged or Ruling.ByConstruction) && claim.Registration != Registration.Registered;
}
