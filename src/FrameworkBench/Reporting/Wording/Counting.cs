namespace FrameworkBench.Reporting.Wording;

/// <summary>Numbers with their nouns.</summary>
internal static class Counting
{
    /// <summary>"1 trial", "2 trials"; the plural is the noun with an s unless it is given.</summary>
    internal static string Of(int count, string noun, string? plural = null) =>
        FormattableString.Invariant($"{count} {(count == 1 ? noun : plural ?? noun + "s")}");

    /// <summary>"6 splits", or "9 to 30 splits" where the least and the most differ.</summary>
    internal static string Between(int least, int most, string noun) =>
        least == most ? Of(most, noun) : FormattableString.Invariant($"{least} to {Of(most, noun)}");

    /// <summary>"a", "a and b", "a, b and c".</summary>
    internal static string And(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };

    /// <summary>The first letter in upper case.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
