using System.Text.Json.Serialization;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Experiments;

/// <summary>A user's own table, named by an experiment.</summary>
/// <param name="Path">The file.</param>
/// <param name="Target">The column to predict.</param>
/// <param name="Task">What to predict; null infers it from the column.</param>
/// <param name="Categorical">Columns whose numbers are codes of categories.</param>
/// <param name="Ignored">Columns to leave out.</param>
public sealed record CsvTable(string Path, string Target, TaskKind? Task, IReadOnlyList<string> Categorical, IReadOnlyList<string> Ignored)
{
    private Dataset? dataset;

    /// <summary>Its name; null for that of the file.</summary>
    [JsonIgnore]
    public string? Name { get; init; }

    /// <summary>The column by which every split keeps rows together; null where rows are drawn one by one.</summary>
    public string? Group { get; init; }

    /// <summary>The column that puts the rows in order; null where they have none.</summary>
    public string? Time { get; init; }

    /// <summary>Columns of numbers that are inputs even where they seem to number the rows.</summary>
    /// <remarks>Frozen claims take it in apart: those of tables without it were frozen before there was such a list.</remarks>
    [JsonIgnore]
    public IReadOnlyList<string> Numeric { get; init; } = [];

    /// <summary>What the file will hold, where it is not written yet.</summary>
    internal TableFile? Content { get; init; }

    /// <summary>Reads the table, once.</summary>
    /// <exception cref="DatasetException">The file cannot be read as a table; the exception lists all its problems.</exception>
    public Dataset Read() => dataset ??= Named(Dataset.Read(
        Content ?? TableFile.Open(Path),
        new CsvWishes(Target, Task) { Categorical = Categorical, Numeric = Numeric, Ignored = Ignored, Group = Group, Time = Time }));

    /// <summary>Whether another table is the same file, read in the same way.</summary>
    /// <param name="other">The other table.</param>
    internal bool IsReadAs(CsvTable other) =>
        (Path, Target, Task, Group, Time) == (other.Path, other.Target, other.Task, other.Group, other.Time)
        && Categorical.SequenceEqual(other.Categorical) && Numeric.SequenceEqual(other.Numeric) && Ignored.SequenceEqual(other.Ignored);

    private Dataset Named(Dataset read) => Name is null ? read : read with { Name = Name };
}
