using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages.Html;

/// <summary>
/// Turns the Markdown that pages are written in (<see cref="MarkdownDocument"/>) into HTML, block by block. What is no block of
/// theirs becomes a paragraph of plain text.
/// </summary>
internal sealed class MarkdownHtml
{
    private const string Fence = "```", Item = "- ", Warned = "> ", Details = "<details", EndOfDetails = "</details>";

    private readonly string[] lines;
    private readonly string page;
    private readonly int deeper;
    private readonly HtmlWriter html;
    private int next;

    private MarkdownHtml(string markdown, string page, int deeper, HtmlWriter html) =>
        (lines, this.page, this.deeper, this.html) = (markdown.ReplaceLineEndings("\n").Split('\n'), page, deeper, html);

    /// <summary>Writes a page, or a part of one.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="page">Where the page is, in the results folder: links lead on from there.</param>
    /// <param name="deeper">By how many levels its headings go down.</param>
    internal static void Write(HtmlWriter html, string markdown, string page, int deeper = 0)
    {
        var blocks = new MarkdownHtml(markdown, page, deeper, html);
        while (blocks.next < blocks.lines.Length)
            blocks.Block();
    }

    private string Line => next < lines.Length ? lines[next] : "";

    private void Block()
    {
        if (Line.StartsWith('#'))
            Heading();
        else if (Line.StartsWith(Item, StringComparison.Ordinal))
            List("ul", Item.Length);
        else if (NumberLength() is > 0 and int length)
            List("ol", length);
        else if (Line.StartsWith('|'))
            Table();
        else if (Line.StartsWith(Fence, StringComparison.Ordinal))
            Code();
        else if (Line.StartsWith(Details, StringComparison.Ordinal))
            Summary();
        else if (Line == EndOfDetails)
            Written($"{EndOfDetails}\n");
        else if (Line.StartsWith(Warned, StringComparison.Ordinal))
            Paragraph(Line[Warned.Length..], "warning");
        else if (Line.StartsWith("![", StringComparison.Ordinal))
            Paragraph(Line[1..], "file");
        else if (Line.Length > 0)
            Paragraph(Line, null);
        else
            next++;
    }

    private void Written(string markup)
    {
        html.Markup(markup);
        next++;
    }

    private void Paragraph(string markdown, string? style) =>
        Written(new HtmlWriter().Inline("p", text => text.Markup(Spans(markdown)), ("class", style)) + "\n");

    private void Heading()
    {
        int level = Line.TakeWhile(letter => letter == '#').Count();
        string tag = $"h{Math.Min(6, level + deeper)}";
        Written($"<{tag}>{Spans(Line[level..].Trim())}</{tag}>\n");
    }

    // "1. " is three letters; 0 where the line is no numbered item.
    private int NumberLength()
    {
        int digits = Line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && Line[digits..].StartsWith(". ", StringComparison.Ordinal) ? digits + 2 : 0;
    }

    private void List(string tag, int mark)
    {
        html.Markup($"<{tag}>\n");
        for (; tag == "ul" ? Line.StartsWith(Item, StringComparison.Ordinal) : NumberLength() > 0; next++)
            html.Markup($"<li>{Spans(Line[(tag == "ul" ? mark : NumberLength())..])}</li>\n");
        html.Markup($"</{tag}>\n");
    }

    private void Table()
    {
        var rows = new List<string[]>();
        for (; Line.StartsWith('|'); next++)
            rows.Add(MarkdownCells.Of(Line));
        HtmlTable.Write(
            html, [.. rows[0].Select(Spans)], [.. rows.ElementAtOrDefault(1)?.Select(MarkdownCells.IsNumeric) ?? []],
            rows.Skip(2).Select(row => row.Select(Spans)));
    }

    private void Code()
    {
        int start = ++next;
        while (next < lines.Length && !Line.StartsWith(Fence, StringComparison.Ordinal))
            next++;
        Written($"<pre><code>{HtmlText.Encode(string.Join('\n', lines[start..next]))}</code></pre>\n");
    }

    private void Summary()
    {
        string text = Line[(Line.IndexOf('>', StringComparison.Ordinal) + 1)..]
            .Replace("<summary>", "", StringComparison.Ordinal).Replace("</summary>", "", StringComparison.Ordinal);
        Written($"{(Line.StartsWith("<details open", StringComparison.Ordinal) ? "<details open>" : "<details>")}"
            + $"<summary>{Spans(text)}</summary>\n");
    }

    private string Spans(string markdown) => MarkdownSpans.ToHtml(markdown, page);
}
