using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages.Site;

/// <summary>
/// <c>index.html</c>: all results in one file to browse, which needs no other file and no network. Everything stands in it as plain HTML;
/// the script only filters, opens and draws.
/// </summary>
internal static class SitePage
{
    internal const string Name = "index.html";

    private const string Title = "FrameworkBench: results";

    /// <summary>The sections: their ids, their names in the list of contents, and what writes them.</summary>
    private static readonly (string Id, string Name, Action<HtmlWriter, SiteContent> Write)[] Sections =
    [
        ("answer", "Answer", WriteAnswer),
        ("lessons", "Lessons", LessonSection.Write),
        ("tables", "Table by table", ExplorerSection.Write),
        ("engines", "Engines", EngineSection.Write),
        ("ledger", "Ledger", LedgerSection.Write),
        ("environment", "Environment", EnvironmentSection.Write),
    ];

    /// <summary>Writes the page.</summary>
    internal static ResultFile Write(SiteContent content)
    {
        (string Id, string Name, string Html)[] sections =
        [
            .. Sections.Select(section => (section.Id, section.Name, Html: Written(section.Write, content)))
                .Where(section => section.Html.Length > 0),
        ];
        var body = new HtmlWriter();
        body.Text("a", "Skip to the results", ("class", "skip"), ("href", "#results")).Markup("\n");
        body.Block("header", header => Header(header, [.. sections.Select(section => (section.Id, section.Name))]));
        body.Block(
            "main", main =>
            {
                foreach ((string id, string name, string html) in sections)
                    main.Block(
                        "section", section => section.Text("h2", name, ("id", $"{id}-heading")).Markup("\n").Markup(html), ("id", id),
                        ("aria-labelledby", $"{id}-heading"));
            }, ("id", "results"));
        body.Block("footer", footer => MarkdownHtml.Write(footer, Footer, Name));
        return new ResultFile(Name, new HtmlPage(Title, SiteFile.Style, body.ToString()) { Script = SiteFile.Script }.ToString());
    }

    private static string Footer =>
        $"Generated from the files of this folder. {MarkdownText.Link("The same as pages of text", SummaryPage.Name)}. "
            + "`frameworkbench claims verify` derives every verdict again from the data.";

    private static string Written(Action<HtmlWriter, SiteContent> write, SiteContent content)
    {
        var html = new HtmlWriter();
        write(html, content);
        return html.ToString();
    }

    private static void Header(HtmlWriter header, IReadOnlyList<(string Id, string Name)> sections)
    {
        header.Text("h1", "FrameworkBench").Markup("\n");
        header.Text("p", SummaryPage.WhatClaimsAre).Markup("\n");
        header.Block(
            "nav", nav =>
            {
                foreach ((string id, string name) in sections)
                    nav.Text("a", name, ("href", $"#{id}")).Markup("\n");
            }, ("aria-label", "Sections"));
    }

    private static void WriteAnswer(HtmlWriter html, SiteContent content)
    {
        var page = new MarkdownDocument();
        SummaryPage.Answer(page, content.Experiments);
        SummaryPage.Warning(page, content.Profile);
        MarkdownHtml.Write(html, page.ToString(), SummaryPage.Name, deeper: 1);
    }
}
