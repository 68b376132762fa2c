using System.Text;
using FrameworkBench.Asking.Recognition;

namespace FrameworkBench.Asking;

/// <summary>Puts the page of an answer into a folder, in Markdown and HTML, and how the columns were read, named after the table.</summary>
public static class AnswerFiles
{
    private const string Columns = "columns.yaml";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files; a file of that name which is no earlier answer is left alone, and the answer has another name.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="folder">The folder; it is made if need be.</param>
    /// <returns>The paths of the Markdown and the HTML file, and of the file of readings.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static (string Markdown, string Html, string Columns) Write(AskedResult result, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(folder);
        string title = $"Network or trees for {result.Used.Name}?", name = result.Used.Name;
        while (IsForeign(PathOf("md"), MarkdownAnswer.Mark) || IsForeign(PathOf("html"), MarkdownAnswer.Mark)
            || IsForeign(PathOf(Columns), ReadingsFile.Mark))
            name += "-answer";
        IReadOnlyList<PageSection> sections = AnswerPage.Sections(result);
        Put(PathOf("md"), MarkdownAnswer.Write(title, sections));
        Put(PathOf("html"), HtmlAnswer.Write(title, sections));
        Put(PathOf(Columns), ReadingsFile.Write(result.Table, result.Used.Name));
        return (PathOf("md"), PathOf("html"), PathOf(Columns));

        string PathOf(string extension) => Path.Combine(folder, $"{name}.{extension}");
    }

    private static bool IsForeign(string path, string mark) => File.Exists(path) && !File.ReadLines(path).Take(2).Contains(mark);

    // A reader never sees half a page.
    private static void Put(string path, string text)
    {
        string unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        File.WriteAllText(unfinished, text, Utf8);
        File.Move(unfinished, path, overwrite: true);
    }
}
