using FrameworkBench.Reading;

namespace FrameworkBench.Verification;

/// <summary>Holds lines of a page against those that it must have, in their order and with nothing between them.</summary>
internal static class PageLines
{
    private const string Nothing = "nothing";

    // What stands around the first difference tells a long line from its neighbors.
    private const int Before = 40, Shown = 200;

    /// <summary>The lines of a page of the results folder; null where there is no such file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static string[]? Read(string folder, string path) => Path.Combine(folder, path) is var file && File.Exists(file)
        ? RegularFile.ReadText(file, RegularFile.MostBytesOfResults).ReplaceLineEndings("\n").Split('\n')
        : null;

    /// <summary>The lines that differ; where there are more or fewer of them than expected, the first.</summary>
    /// <param name="path">The page.</param>
    /// <param name="found">The lines that it has.</param>
    /// <param name="right">Those that it must have.</param>
    /// <param name="start">How many lines of the page stand before them.</param>
    internal static IEnumerable<Discrepancy> Compare(string path, ReadOnlySpan<string> found, ReadOnlySpan<string> right, int start = 0)
    {
        var wrong = new List<Discrepancy>();
        for (int line = 0; line < Math.Max(found.Length, right.Length); line++)
        {
            string one = line < found.Length ? found[line] : Nothing, other = line < right.Length ? right[line] : Nothing;
            if (one == other)
                continue;
            wrong.Add(new Discrepancy(path, start + line + 1, "line", Excerpt(one, other), Excerpt(other, one)));
            if (found.Length != right.Length)
                break;
        }

        return wrong;
    }

    private static string Excerpt(string line, string other)
    {
        int same = 0;
        while (same < Math.Min(line.Length, other.Length) && line[same] == other[same])
            same++;
        int from = line.Length <= Shown ? 0 : Math.Max(0, same - Before), to = Math.Min(line.Length, from + Shown);
        return $"{(from > 0 ? "…" : "")}{line[from..to]}{(to < line.Length ? "…" : "")}";
    }
}
