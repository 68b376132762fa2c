namespace FrameworkBench.Datasets.Catalog;

/// <summary>Says that a table is a part of another one.</summary>
/// <param name="Of">The other table's name.</param>
/// <param name="RandomState">Seed by which the rows are drawn.</param>
public sealed record CatalogSample(string Of, uint RandomState);
