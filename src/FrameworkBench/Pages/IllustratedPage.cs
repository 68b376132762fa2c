using FrameworkBench.Charts;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages;

/// <summary>A page that is being written, with its pictures.</summary>
/// <param name="name">The page's name without its extension; its pictures' names start with it.</param>
internal sealed class IllustratedPage(string name)
{
    private readonly List<ResultFile> pictures = [];

    /// <summary>The text.</summary>
    internal MarkdownDocument Text { get; } = new();

    /// <summary>Draws a picture, keeps it as a file of its own and shows it here.</summary>
    /// <param name="subject">What the picture's name says of it, such as a model's name.</param>
    /// <param name="chart">The picture.</param>
    internal void Draw(string subject, Chart chart)
    {
        string id = Id($"{name}-{subject}");
        for (int i = 2; pictures.Exists(picture => picture.Path == Path(id)); i++)
            id = Id(FormattableString.Invariant($"{name}-{subject}-{i}"));
        pictures.Add(new ResultFile(Path(id), ChartWriter.Write(chart, id)));
        Text.Picture(chart.Title, Path(id));
    }

    /// <summary>The page and its pictures.</summary>
    internal IReadOnlyList<ResultFile> Finish() => [new ResultFile($"{name}.md", Text.ToString()), .. pictures];

    private static string Path(string id) => $"charts/{id}.svg";

    // An id in SVG starts with a letter; files that differ only in letter case would be one on Windows.
    private static string Id(string words)
    {
        string id = string.Concat(words.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return char.IsAsciiLetter(id[0]) ? id : "x" + id;
    }
}
