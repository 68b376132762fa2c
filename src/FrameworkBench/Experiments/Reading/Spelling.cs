using FrameworkBench.Datasets;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Says what would be right where a word is wrong.</summary>
internal static class Spelling
{
    private const int Shown = 30;

    /// <summary>The nearest of the allowed words, or else all of them.</summary>
    public static string Hint(string word, IEnumerable<string> allowed)
    {
        string[] words = [.. allowed];
        if (ClosestName.Of(word, words) is { } closest)
            return $"did you mean '{closest}'?";
        return words.Length == 0
            ? "there are none"
            : $"there {(words.Length == 1 ? "is" : "are")} {string.Join(", ", words.Take(Shown))}{(words.Length > Shown ? $" and {words.Length - Shown} more" : "")}";
    }
}
