namespace FrameworkBench.Datasets.Reading;

/// <summary>What one column of a CSV file is.</summary>
/// <param name="Role">Numeric, categorical or ignored.</param>
/// <param name="Categories">The categories in their order; null takes those that occur, in stable order.</param>
/// <param name="Evidence">Why the column is taken as numeric, for messages about fields that are not.</param>
internal sealed record CsvColumn(ColumnRole Role, IReadOnlyList<string>? Categories = null, string? Evidence = null);
