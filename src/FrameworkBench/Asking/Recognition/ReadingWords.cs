namespace FrameworkBench.Asking.Recognition;

/// <summary>The words by which a user says how a column is to be read.</summary>
public static class ReadingWords
{
    private static readonly (string Word, ColumnReading Reading)[] Words =
    [
        ("number", ColumnReading.Number),
        ("category", ColumnReading.Category),
        ("yes_no", ColumnReading.YesNo),
        ("date", ColumnReading.Date),
        ("group", ColumnReading.Group),
        ("ignore", ColumnReading.Ignored),
    ];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words.Select(pair => pair.Word)];

    /// <summary>The reading that a word means, in upper or lower case; null when it means none.</summary>
    public static ColumnReading? Find(string word) =>
        Array.FindIndex(Words, pair => string.Equals(pair.Word, word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? Words[index].Reading : null;

    /// <summary>The word of a reading.</summary>
    public static string Of(ColumnReading reading) => Array.Find(Words, pair => pair.Reading == reading).Word;
}
