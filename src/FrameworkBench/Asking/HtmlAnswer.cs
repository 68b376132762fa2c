using System.Net;
using System.Text;
using FrameworkBench.Charts;

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
        svg { max-width: 100%; height: auto; }
        """;

    /// <summary>The page.</summary>
    public static string Write(string title, IReadOnlyList<PageSection> sections)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n").Append(MarkdownAnswer.Mark).Append("\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(Text(title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>")
            .Append(Text(title)).Append("</h1>\n");
        foreach ((int number, PageSection section) in sections.Index())
        {
            html.Append(number == 0 ? "<section class=\"answer\">\n<h2>" : "<section>\n<h2>")
                .Append(Text(section.Heading)).Append("</h2>\n");
            foreach (string sentence in section.Sentences)
                html.Append("<p>").Append(Text(sentence)).Append("</p>\n");
            if (section.Table is { } table)
                Append(html, table);
            if (section.Chart is { } chart)
                html.Append(ChartWriter.Write(chart, $"picture-{number}")).Append('\n');
            html.Append("</section>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, PageTable table)
    {
        bool[] isNumber = [.. table.Headings.Select(heading => heading.StartsWith('>'))];
        html.Append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int column = 0; column < table.Headings.Count; column++)
            Cell("th", isNumber[column], table.Headings[column].TrimStart('>'));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append("<tr>");
            for (int column = 0; column < row.Count; column++)
                Cell("td", isNumber[column], row[column]);
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");

        void Cell(string tag, bool number, string text) =>
            html.Append('<').Append(tag).Append(number ? " class=\"number\">" : ">").Append(Text(text))
                .Append("</").Append(tag).Append('>');
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
