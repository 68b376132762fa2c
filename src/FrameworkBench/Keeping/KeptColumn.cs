using System.Text.Json.Serialization;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Asking.Recognition.Texts;

namespace FrameworkBench.Keeping;

/// <summary>A column that a kept model reads, and how.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Reading">How its texts are read.</param>
public sealed record KeptColumn(string Name, ColumnReading Reading)
{
    private const int MostCategories = 100_000;

    /// <summary>Which sign separates decimals, of a column of numbers, or that they are durations.</summary>
    public NumberFormat Format { get; init; }

    /// <summary>The unit behind each number, of a column of numbers; null where they have none.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// Whether signs parted the thousands when the model was fitted, of a column of numbers: if not, such a sign may separate decimals.
    /// Null in a file of before this was kept.
    /// </summary>
    public bool? Thousands { get; init; }

    /// <summary>Which part comes first, of a column of dates.</summary>
    public DateOrder Order { get; init; }

    /// <summary>The date from which days are counted, of a column of dates.</summary>
    public DateTime First { get; init; }

    /// <summary>The parts of a date that are inputs.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The categories, in the order of their indices.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The inputs that it gives, by name: one, or several of a date.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Inputs =>
        Reading == ColumnReading.Date ? [.. Parts.Select(part => DateParts.NameOf(Name, part))] : [Name];

    /// <summary>What is wrong with it; null for nothing.</summary>
    internal string? Problem() => this switch
    {
        { Reading: ColumnReading.Ignored } => $"column '{Name}' is not read",
        { Reading: ColumnReading.Category } => Categories.Count is > 0 and <= MostCategories
            && Categories.Distinct(StringComparer.Ordinal).Count() == Categories.Count
                ? null : $"column '{Name}' has no categories, or equal ones",
        { Categories.Count: > 0 } => $"column '{Name}' has categories and is none",
        { Reading: ColumnReading.Date } => Parts.Count > 0 && Parts.All(DateParts.All.Contains) && Parts.Distinct().Count() == Parts.Count
            ? null : $"column '{Name}' has parts that no date has",
        _ => null,
    };
}
