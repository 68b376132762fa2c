using System.Text;

namespace FrameworkBench.Pages.Html;

/// <summary>
/// Turns a line of the Markdown that pages are written in into HTML: stress, code, links, line breaks and escapes. All else, markup
/// included, becomes plain text.
/// </summary>
internal sealed class MarkdownSpans
{
    private const string LineBreak = "<br>";

    private readonly string text;
    private readonly string page;
    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();
    private int next;

    private MarkdownSpans(string text, string page) => (this.text, this.page) = (text, page);

    /// <summary>The line as HTML.</summary>
    /// <param name="markdown">The line.</param>
    /// <param name="page">Where its page is, in the results folder: links lead on from there.</param>
    internal static string ToHtml(string markdown, string page)
    {
        var spans = new MarkdownSpans(markdown, page);
        while (spans.next < markdown.Length)
            spans.Step();
        while (spans.open.TryPop(out string? tag))
            spans.html.Append($"</{tag}>");
        return spans.html.ToString();
    }

    private void Step()
    {
        if (At("\\") && next + 1 < text.Length)
            Plain(text.Substring(next + 1, 1), 2);
        else if (At(LineBreak))
            Written(LineBreak, LineBreak.Length);
        else if (At("**"))
            Toggle("strong", 2);
        else if (At("*"))
            Toggle("em", 1);
        else if (!(At("`") && Code()) && !(At("[") && Link()))
            Plain(text.Substring(next, 1), 1);
    }

    private bool At(string mark) => string.CompareOrdinal(text, next, mark, 0, mark.Length) == 0;

    private void Plain(string plain, int length) => Written(HtmlText.Encode(plain), length);

    private void Written(string markup, int length)
    {
        html.Append(markup);
        next += length;
    }

    private void Toggle(string tag, int length)
    {
        bool closes = open.TryPeek(out string? last) && last == tag;
        if (closes)
            open.Pop();
        else
            open.Push(tag);
        Written(closes ? $"</{tag}>" : $"<{tag}>", length);
    }

    private bool Code()
    {
        string fence = At("``") ? "``" : "`";
        int start = next + fence.Length, end = text.IndexOf(fence, start, StringComparison.Ordinal);
        if (end < 0)
            return false;
        string code = text[start..end];
        Written($"<code>{HtmlText.Encode(fence.Length > 1 ? code.Trim() : code)}</code>", end + fence.Length - next);
        return true;
    }

    private bool Link()
    {
        int end = EndOfLabel();
        int close = end < 0 || end + 1 >= text.Length || text[end + 1] != '(' ? -1 : text.IndexOf(')', end);
        if (close < 0)
            return false;
        string label = ToHtml(text[(next + 1)..end], page);
        string? target = HtmlLink.From(page, text[(end + 2)..close]);
        Written(target is null ? label : $"<a href=\"{HtmlText.Encode(target)}\">{label}</a>", close + 1 - next);
        return true;
    }

    // Brackets within the label come in pairs, as those of intervals.
    private int EndOfLabel()
    {
        int depth = 0;
        for (int i = next; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '[')
                depth++;
            else if (text[i] == ']' && --depth == 0)
                return i;
        }

        return -1;
    }
}
