namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>The texts by which people and programs say that a value is missing.</summary>
internal static class MissingMarker
{
    private static readonly HashSet<string> Markers = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "?", "NA", "N/A", "#N/A", "NaN", "null", "nil", "-", "--", "–", "—", ".", "<NA>", "n.a.", "(null)", "\\N", "NaT",
    };

    // Words that are categories in their own right where a column has others.
    private static readonly HashSet<string> AmongNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "none", "unknown", "missing", "n/k", "not available", "#VALUE!", "#DIV/0!", "#REF!", "inf", "-inf", "infinity", "-infinity",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Markers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text means a missing value in any column.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.Length <= 6 && Lookup.Contains(text);

    /// <summary>Whether a text means a missing value in a column of numbers or dates.</summary>
    public static bool IsAmongNumbers(string text) => AmongNumbers.Contains(text);
}
