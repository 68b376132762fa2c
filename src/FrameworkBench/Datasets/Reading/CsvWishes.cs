using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Reading;

/// <summary>What whoever names a CSV file says of its columns; the rest is inferred.</summary>
/// <param name="Target">The column to predict.</param>
/// <param name="Task">What to predict; null infers it from the column.</param>
internal sealed record CsvWishes(string Target, TaskKind? Task)
{
    /// <summary>Columns whose numbers are codes of categories.</summary>
    public IReadOnlyCollection<string> Categorical { get; init; } = [];

    /// <summary>Columns of numbers that are inputs even where they seem to number the rows.</summary>
    public IReadOnlyCollection<string> Numeric { get; init; } = [];

    /// <summary>Columns to leave out.</summary>
    public IReadOnlyCollection<string> Ignored { get; init; } = [];

    /// <summary>The column by which rows stay together; null where rows are drawn one by one.</summary>
    public string? Group { get; init; }

    /// <summary>The column that puts the rows in order; null where they have none.</summary>
    public string? Time { get; init; }
}
