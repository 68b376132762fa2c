using System.Text.RegularExpressions;

namespace FrameworkBench.Experiments.Expansion;

/// <summary>A text with placeholders: <c>{axis}</c>, and in a claim <c>{axis.word}</c>.</summary>
internal static partial class Template
{
    /// <summary>What stands between the braces of each placeholder, in the order of the text.</summary>
    public static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(NameOf);

    /// <summary>The text with every placeholder replaced.</summary>
    public static string Fill(string text, Func<string, string> valueOf) => Placeholder().Replace(text, match => valueOf(NameOf(match)));

    /// <summary>The placeholder that is all of a text; null where there is more, or none.</summary>
    public static string? OnlyPlaceholder(string text) =>
        Placeholder().Match(text) is { Success: true } match && match.Length == text.Length ? NameOf(match) : null;

    private static string NameOf(Match match) => match.Groups["name"].Value;

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
