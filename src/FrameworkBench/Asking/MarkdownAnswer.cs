using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Asking;

/// <summary>Writes an answer in Markdown.</summary>
internal static class MarkdownAnswer
{
    /// <summary>The first line, which distinguishes a page of an earlier answer from a user's own file.</summary>
    public const string Mark = "<!-- frameworkbench ask -->";

    /// <summary>The page.</summary>
    public static string Write(string title, IReadOnlyList<PageSection> sections)
    {
        var page = new MarkdownDocument().Heading(1, MarkdownText.Escape(title));
        foreach (PageSection section in sections)
        {
            page.Heading(2, section.Heading);
            foreach (string sentence in section.Sentences)
                page.Paragraph(MarkdownText.Escape(sentence));
            if (section.Table is not { } table)
                continue;
            var rows = new MarkdownTable([.. table.Headings.Select(EscapedHeading)]);
            foreach (IReadOnlyList<string> row in table.Rows)
                rows.Add([.. row.Select(MarkdownText.Escape)]);
            page.Table(rows);
        }

        return $"{Mark}\n\n{page}";

        static string EscapedHeading(string heading) =>
            heading.StartsWith('>') ? $">{MarkdownText.Escape(heading[1..])}" : MarkdownText.Escape(heading);
    }
}
