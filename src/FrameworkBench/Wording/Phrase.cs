namespace FrameworkBench.Wording;

/// <summary>Puts words together.</summary>
internal static class Phrase
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    internal static string And(IReadOnlyList<string> items) => Joined(items, "and");

    /// <summary>"a", "a or b", "a, b or c".</summary>
    internal static string Or(IReadOnlyList<string> items) => Joined(items, "or");

    private static string Joined(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} {last} {items[^1]}",
    };

    /// <summary>The first letter in upper case.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>In quotation marks, since titles have commas and spaces of their own.</summary>
    internal static string Quoted(this string title) => $"“{title}”";

    /// <summary>With spaces at which no line breaks.</summary>
    internal static string Unbroken(string text) => text.Replace(' ', '\u00A0');
}
