using FrameworkBench.Pages.Html;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages.Site;

/// <summary>The first picture of a page, which stands in the browsing page; a click shows its file.</summary>
internal static class LessonPicture
{
    // With pictures of this size, a hundred lessons stay below the 4 MB that the page may have.
    private const int MostCharacters = 64 * 1024;

    /// <summary>Writes the picture; nothing where the page has none, and a link where it is too large.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="path">Where the page is, in the results folder.</param>
    /// <param name="page">The page's text; null where there is no page.</param>
    /// <param name="read">Reads a file of the results folder.</param>
    internal static void Write(HtmlWriter html, string path, string? page, Func<string, string?> read)
    {
        if (page?.Split('\n').FirstOrDefault(line => line.StartsWith("![", StringComparison.Ordinal)) is not { } line
            || Target(line) is not { } target || HtmlLink.From(path, target) is not { } file || read(file) is not { } svg)
            return;
        string words = MarkdownText.Plain(line[2..line.LastIndexOf("](", StringComparison.Ordinal)]);
        html.Block(
            "figure", figure => figure.Inline("a", link =>
            {
                if (svg.Length <= MostCharacters)
                    link.Open("img", ("src", HtmlPicture.Address(svg)), ("alt", words), ("loading", "lazy"));
                else
                    link.Text(words);
            }, ("href", file)).Markup("\n"));
    }

    private static string? Target(string line)
    {
        int start = line.LastIndexOf("](", StringComparison.Ordinal);
        return start < 0 || !line.EndsWith(".svg)", StringComparison.Ordinal) ? null : line[(start + 2)..^1];
    }
}
