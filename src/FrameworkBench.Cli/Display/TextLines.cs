namespace FrameworkBench.Cli.Display;

/// <summary>Breaks a paragraph into lines at its spaces. A word that is longer than a line, such as a path, stays whole.</summary>
internal static class TextLines
{
    private const int LeastWidth = 20;

    /// <summary>The lines, at least one.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="width">The columns of a line.</param>
    /// <param name="indent">The columns by which every line but the first is set in.</param>
    public static IReadOnlyList<string> Of(string text, int width, int indent)
    {
        int most = Math.Max(LeastWidth, width);
        if (text.Length <= most)
            return [text];
        var lines = new List<string>();

        // What a text is set in by stays, and only single spaces are taken for places to break at.
        string line = text[..^text.TrimStart(' ').Length];
        bool isEmpty = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                (line, isEmpty) = (new string(' ', indent), true);
            }

            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        lines.Add(line);
        return lines;
    }
}
