using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Reading;

/// <summary>What the columns of a CSV file are, from the catalog or inferred.</summary>
internal sealed record CsvSchema
{
    /// <summary>Where the schema comes from, for messages: "the catalog" or "this file".</summary>
    public required string Origin { get; init; }

    /// <summary>The target column's name.</summary>
    public required string Target { get; init; }

    /// <summary>What is to be predicted; null says classes, whose number the file decides.</summary>
    public TaskKind? Task { get; init; }

    /// <summary>The other columns by name.</summary>
    public required IReadOnlyDictionary<string, CsvColumn> Columns { get; init; }

    /// <summary>The column whose equal values keep rows together; null where none does.</summary>
    public string? Group { get; init; }

    /// <summary>The column that puts the rows in order; null where none does.</summary>
    public string? Time { get; init; }

    /// <summary>The classes in their order; null takes those that occur, in stable order.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>How many rows there must be; null leaves it open.</summary>
    public int? Rows { get; init; }

    /// <summary>How many rows were seen, so that there is room for as many; null when none were counted.</summary>
    public int? RowsSeen { get; init; }

    /// <summary>What a target that is read as classes looks like, for a message about them; null for nothing.</summary>
    public string? TargetNote { get; init; }

    /// <summary>The SHA-256 there must be; null leaves it open.</summary>
    public string? Checksum { get; init; }

    /// <summary>Remarks for the data set.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
