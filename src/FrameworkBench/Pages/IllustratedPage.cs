using FrameworkBench.Charts;
using FrameworkBench.Pages.Markdown;

namespace FrameworkBench.Pages;

/// <summary>A page that is being written, with its pictures beside it.</summary>
/// <param name="folder">The folder of both, in the results folder.</param>
/// <param name="name">The page's name without its extension; pictures of a page that is not the folder's first start with it.</param>
internal sealed class IllustratedPage(string folder, string name = IllustratedPage.First)
{
    private const string First = "README";

    private readonly List<ResultFile> pictures = [];

    /// <summary>The text.</summary>
    internal MarkdownDocument Text { get; } = new();

    /// <summary>Draws a picture, keeps it as a file of its own and shows it here.</summary>
    /// <param name="subject">What the picture's name says of it, such as a model's name.</param>
    /// <param name="chart">The picture.</param>
    internal void Draw(string subject, Chart chart)
    {
        string wanted = name == First ? Plain(subject) : Plain($"{name}-{subject}");
        string file = wanted;
        for (int i = 2; pictures.Exists(picture => picture.Path == InFolder($"{file}.svg")); i++)
            file = FormattableString.Invariant($"{wanted}-{i}");
        pictures.Add(new ResultFile(InFolder($"{file}.svg"), ChartWriter.Write(chart, Id($"{folder}-{file}"))));
        Text.Picture(chart.Title, $"{file}.svg");
    }

    /// <summary>The page and its pictures.</summary>
    internal IReadOnlyList<ResultFile> Finish() => [new ResultFile(InFolder($"{name}.md"), Text.ToString()), .. pictures];

    private string InFolder(string file) => $"{folder}/{file}";

    // Files that differ only in letter case would be one on Windows.
    private static string Plain(string words) =>
        string.Concat(words.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));

    // Pictures may be shown in one document, so that an id belongs to one of them only; it starts with a letter.
    private static string Id(string words) => Plain(words) is var id && char.IsAsciiLetter(id[0]) ? id : "x" + id;
}
