namespace FrameworkBench.Datasets.Catalog;

/// <summary>What the catalog says of one column.</summary>
/// <param name="Name">Its name in the file's header.</param>
/// <param name="Role">Numeric, categorical or ignored.</param>
/// <param name="Categories">The categories that may occur, in the order of their codes; empty unless categorical.</param>
public sealed record CatalogColumn(string Name, ColumnRole Role, IReadOnlyList<string> Categories);
