namespace FrameworkBench.Datasets.Catalog;

/// <summary>One file of a table.</summary>
/// <param name="Path">Relative to the catalog; gzip when it ends in <c>.gz</c>.</param>
/// <param name="Sha256">SHA-256 of the decompressed bytes, in lower-case hexadecimal.</param>
public sealed record CatalogFile(string Path, string Sha256);
