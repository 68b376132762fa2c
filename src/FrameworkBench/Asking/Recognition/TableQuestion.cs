namespace FrameworkBench.Asking.Recognition;

/// <summary>What is asked of a table.</summary>
/// <param name="Path">The CSV file.</param>
/// <param name="Target">The column to predict; empty where none was named, which is an error that lists the columns.</param>
public sealed record TableQuestion(string Path, string Target)
{
    /// <summary>How columns are to be read whatever they look like, by name.</summary>
    public IReadOnlyDictionary<string, ColumnReading> Readings { get; init; } = new Dictionary<string, ColumnReading>();

    /// <summary>The column, of numbers or dates, that puts the rows in order; null where none was named.</summary>
    public string? Order { get; init; }

    /// <summary>Whether the rows are in the order of a column of dates, where there is one and none was named.</summary>
    public bool FindsOrder { get; init; } = true;

    /// <summary>Whether settings are searched, which log loss chooses, and no answer is given, which ROC AUC may decide.</summary>
    public bool IsToTune { get; init; }

    /// <summary>Seeds whatever is drawn at random.</summary>
    public uint Seed { get; init; }

    /// <summary>The most rows that are read; of more, as many are drawn at random. Null reads all.</summary>
    public int? MostRows { get; init; } = 100_000;
}
