using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets.Catalog;

/// <summary>What the catalog says of one table.</summary>
public sealed record CatalogEntry
{
    /// <summary>The name by which experiments ask for it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Its files: one CSV file, or images and labels in the IDX format by turns.</summary>
    public required IReadOnlyList<CatalogFile> Files { get; init; }

    /// <summary>Whether the files are in the IDX format of MNIST.</summary>
    public bool IsIdx { get; init; }

    /// <summary>
    /// Width and height where each row of a CSV file is an image; null for other tables, and for files in the IDX format, which tell it
    /// themselves.
    /// </summary>
    public ImageShape? Image { get; init; }

    /// <summary>Whether each row is an image.</summary>
    public bool HasImages => IsIdx || Image is not null;

    /// <summary>The table of which it is a part; null when it has files of its own.</summary>
    public CatalogSample? Sample { get; init; }

    /// <summary>The table that stands for it until a user adds its files; null when it comes with the project.</summary>
    public string? StandIn { get; init; }

    /// <summary>What is to be predicted.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The target column's name.</summary>
    public required string Target { get; init; }

    /// <summary>The classes in the order of their indices; empty for a regression.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Who gathered the data, and when.</summary>
    public required string Source { get; init; }

    /// <summary>From which package or file the table was taken.</summary>
    public required string TakenFrom { get; init; }

    /// <summary>The licence as far as it can be stated.</summary>
    public required string License { get; init; }

    /// <summary>
    /// All columns of a CSV file but the target, with their roles and categories: numeric ones, categorical ones, ignored ones. Pixels of
    /// images are not listed.
    /// </summary>
    public required IReadOnlyList<CatalogColumn> Columns { get; init; }

    /// <summary>The column by which every split keeps rows together; null where rows are drawn one by one.</summary>
    public string? Group { get; init; }

    /// <summary>The column by which rows are in order; null where they have none.</summary>
    public string? Time { get; init; }

    /// <summary>What a reader of results should know: sorted rows, duplicates, what was left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many inputs have a role.</summary>
    public int Count(ColumnRole role) => Columns.Count(column => column.Role == role);
}
