namespace FrameworkBench.Charts;

/// <summary>
/// The approximate width of text in a proportional sans-serif font, on the safe side: the reader's font is unknown.
/// </summary>
internal static class TextWidth
{
    private const string Narrow = "iljtfrI.,:;'|!()[]{}/\\ -";
    private const string Wide = "mwMW%@—";

    internal static double Of(string text, double size = 12, bool bold = false) =>
        text.Sum(Share) * size * (bold ? 1.07 : 1);

    /// <summary>Breaks text at spaces into lines that are at most so wide; a longer word stands alone.</summary>
    internal static IReadOnlyList<string> Wrap(string text, double width, double size = 12, bool bold = false)
    {
        var lines = new List<string>();
        foreach (string word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Of($"{lines[^1]} {word}", size, bold) <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }

    /// <summary>Cuts text that is too wide and ends it with an ellipsis.</summary>
    internal static string Shorten(string text, double width, double size = 12)
    {
        if (Of(text, size) <= width) return text;
        int length = text.Length;
        while (length > 1 && Of(text[..length].TrimEnd() + "…", size) > width)
            length--;
        return text[..length].TrimEnd() + "…";
    }

    private static double Share(char c) => c switch
    {
        _ when Narrow.Contains(c, StringComparison.Ordinal) => 0.37,
        _ when Wide.Contains(c, StringComparison.Ordinal) => 0.95,
        >= 'A' and <= 'Z' => 0.69,
        >= '\u2E80' and <= '\uFFEF' => 1.05,
        _ => 0.605,
    };
}
