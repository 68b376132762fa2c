using FrameworkBench.Charts;
using FrameworkBench.Pages.Html;

namespace FrameworkBench.Asking;

/// <summary>Writes an answer as one HTML file that needs nothing else: no script, no request.</summary>
internal static class HtmlAnswer
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1, h2 { line-height: 1.2; }
        .answer > p:first-of-type { font-size: 1.2rem; font-weight: 600; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; }
        th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #8886; vertical-align: top; overflow-wrap: break-word; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        img { max-width: 100%; height: auto; }
        """;

    /// <summary>The page.</summary>
    public static string Write(string title, IReadOnlyList<PageSection> sections)
    {
        var body = new HtmlWriter().Text("h1", title).Markup("\n");
        foreach ((int number, PageSection section) in sections.Index())
            body.Block("section", inner => Append(inner, section, number), ("class", number == 0 ? "answer" : null));
        return new HtmlPage(title, Style, body.ToString()) { Mark = MarkdownAnswer.Mark }.ToString();
    }

    private static void Append(HtmlWriter html, PageSection section, int number)
    {
        html.Text("h2", section.Heading).Markup("\n");
        foreach (string sentence in section.Sentences)
            html.Text("p", sentence).Markup("\n");
        if (section.Table is { } table)
            HtmlTable.Write(
                html, [.. table.Headings.Select(heading => HtmlText.Encode(heading.TrimStart('>')))],
                [.. table.Headings.Select(heading => heading.StartsWith('>'))], table.Rows.Select(row => row.Select(HtmlText.Encode)));
        if (section.Chart is { } chart)
            html.Open(
                "img", ("src", HtmlPicture.Address(ChartWriter.Write(chart, $"picture-{number}"))), ("alt", chart.Title)).Markup("\n");
    }
}
