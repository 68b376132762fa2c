namespace FrameworkBench.Datasets;

/// <summary>One input column of a data set.</summary>
/// <param name="Name">Its name in the file's header.</param>
/// <param name="Kind">Numeric or categorical.</param>
/// <param name="Categories">
/// The categories; a cell holds the index of its category. Numbers are in numeric order, texts in ordinal order. Empty for a numeric
/// column.
/// </param>
public sealed record DatasetColumn(string Name, ColumnKind Kind, IReadOnlyList<string> Categories)
{
    /// <summary>A numeric column.</summary>
    public static DatasetColumn Numeric(string name) => new(name, ColumnKind.Numeric, []);

    /// <summary>A categorical column.</summary>
    public static DatasetColumn Categorical(string name, IReadOnlyList<string> categories) => new(name, ColumnKind.Categorical, categories);
}
