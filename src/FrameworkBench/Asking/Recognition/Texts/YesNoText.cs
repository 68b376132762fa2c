namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Reads answers of two: yes and no, true and false.</summary>
internal static class YesNoText
{
    private static readonly (string Yes, string No)[] Pairs =
        [("yes", "no"), ("true", "false"), ("y", "n"), ("t", "f"), ("on", "off"), ("ja", "nein"), ("oui", "non"), ("wahr", "falsch")];

    /// <summary>Whether two texts answer yes and no, in either order.</summary>
    public static bool Is(string one, string other) =>
        Array.Exists(Pairs, pair => (Same(one, pair.Yes) && Same(other, pair.No)) || (Same(one, pair.No) && Same(other, pair.Yes)));

    /// <summary>Whether a text is one of the answers.</summary>
    public static bool IsAnswer(string text) => Array.Exists(Pairs, pair => Same(text, pair.Yes) || Same(text, pair.No));

    /// <summary>Whether a text answers yes.</summary>
    public static bool IsYes(ReadOnlySpan<char> text)
    {
        foreach ((string yes, _) in Pairs)
        {
            if (text.Equals(yes, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool Same(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
