using FrameworkBench.Datasets.Catalog;

namespace FrameworkBench.Cli.Json;

/// <summary>A table of <c>list datasets</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Task">What is predicted.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Inputs">Its input columns.</param>
/// <param name="Classes">Its classes; 0 where values are predicted.</param>
/// <param name="License">Its license.</param>
/// <param name="Included">Whether its files are here.</param>
internal sealed record DatasetJson(string Name, string Task, int Rows, int Inputs, int Classes, string License, bool Included)
{
    /// <summary>A table of a catalog.</summary>
    public static DatasetJson Of(DatasetCatalog catalog, CatalogEntry entry) => new(
        entry.Name, $"{entry.Task}".ToLowerInvariant(), entry.Rows, catalog.InputsOf(entry.Name), entry.Classes.Count, entry.License,
        catalog.IsThere(entry.Name));
}
