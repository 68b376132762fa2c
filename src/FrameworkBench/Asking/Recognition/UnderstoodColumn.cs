using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>What a column of a table was taken for.</summary>
/// <param name="Name">Its name in the header, or one that stands for it.</param>
/// <param name="Reading">How its texts are read.</param>
public sealed record UnderstoodColumn(string Name, ColumnReading Reading)
{
    /// <summary>Which sign separates decimals, of a column of numbers, or that they are durations.</summary>
    public NumberFormat Format { get; init; }

    /// <summary>The unit behind each number, of a column of numbers; null where they have none.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether signs part the thousands, of a column of numbers.</summary>
    public bool HasThousands { get; init; }

    /// <summary>Which part comes first, of a column of dates.</summary>
    public DateOrder Order { get; init; }

    /// <summary>The first date, of a column of dates.</summary>
    public DateTime First { get; init; }

    /// <summary>Different values, where they are counted.</summary>
    public int Distinct { get; init; }

    /// <summary>What a reader should know of it, a phrase each: "12 missing", "thousands separated by commas".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether only an empty text is missing, as in a target that was named a category: "NA" is a class there.</summary>
    public bool HasMarkersAsClasses { get; init; }

    /// <summary>Whether it numbers or names the rows.</summary>
    public bool IsIdentifier { get; init; }

    /// <summary>Whether models see it.</summary>
    public bool IsInput => Reading is not (ColumnReading.Group or ColumnReading.Ignored);

    /// <summary>How it is read, in words: "number", "category (7)", "left out".</summary>
    public string Words => Reading switch
    {
        ColumnReading.Number => "number",
        ColumnReading.Category => $"category ({Distinct})",
        ColumnReading.YesNo => "yes or no",
        ColumnReading.Date => "date",
        ColumnReading.Group => $"group ({Figures.Whole(Distinct)})",
        _ => "left out",
    };
}
