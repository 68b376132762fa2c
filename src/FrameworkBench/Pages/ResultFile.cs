namespace FrameworkBench.Pages;

/// <summary>A file of the results: a page, a picture or a table.</summary>
/// <param name="Path">Relative to the results' folder, with <c>/</c> between folders.</param>
/// <param name="Parts">
/// Its content, piece by piece; lines end with a line feed. A table of many trials makes its pieces anew whenever it is read, so that it is
/// never in memory as a whole.
/// </param>
public sealed record ResultFile(string Path, IEnumerable<string> Parts)
{
    /// <summary>A file of one piece.</summary>
    /// <param name="path">Relative to the results' folder, with <c>/</c> between folders.</param>
    /// <param name="text">Its content; lines end with a line feed.</param>
    public ResultFile(string path, string text)
        : this(path, [text])
    {
    }

    /// <summary>Its content as a whole.</summary>
    public string Text => string.Concat(Parts);
}
