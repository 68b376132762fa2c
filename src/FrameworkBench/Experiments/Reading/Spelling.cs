using FrameworkBench.Datasets;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Says what would be right where a word is wrong.</summary>
internal static class Spelling
{
    private const int Shown = 30;

    /// <summary>The nearest of the allowed words, or else all of them.</summary>
    public static string Hint(string word, IEnumerable<string> allowed) => ClosestName.Hint(word, [.. allowed], Shown);
}
