using System.Text;
using FrameworkBench.Reading;

namespace FrameworkBench.Pages.Markdown;

/// <summary>Pieces of a line of Markdown (GitHub's flavour).</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*<>~$";

    /// <summary>Plain text, so written that it is read as plain text; on one line.</summary>
    internal static string Escape(string text)
    {
        text = VisibleText.Of(text.ReplaceLineEndings("\n"));
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i], StringComparison.Ordinal) || (text[i] == '_' && !IsInsideWord(text, i)) || OpensLink(text, i))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return OneLine(escaped.ToString());
    }

    /// <summary>Markdown without its marks of stress and code, for a terminal.</summary>
    internal static string Plain(string markdown) => markdown
        .Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)
        .Replace('\u00A0', ' ');

    /// <summary>A link; the text is Markdown.</summary>
    internal static string Link(string text, string target)
    {
        string escaped = target.Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal);
        return $"[{text}]({escaped})";
    }

    /// <summary>A word of a file or a command, in a fixed-width font.</summary>
    internal static string Code(string text)
    {
        string fence = text.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        string space = fence.Length > 1 ? " " : "";
        return fence + space + OneLine(text) + space + fence;
    }

    /// <summary>Markdown for a cell of a table: on one line, and no bar that would end the cell.</summary>
    internal static string Cell(string markdown) => OneLine(markdown).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Line breaks become spaces, and what would steer a terminal is shown.</summary>
    internal static string OneLine(string text) => VisibleText.Of(
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    // Intervals are written in brackets everywhere; only before these do brackets mean a link or a footnote.
    private static bool OpensLink(string text, int i) =>
        i + 1 < text.Length && ((text[i] == ']' && text[i + 1] is '(' or '[' or ':') || (text[i] == '[' && text[i + 1] == '^'));

    // GitHub takes an underscore between letters as it is, and log_loss reads better than log\_loss.
    private static bool IsInsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
}
