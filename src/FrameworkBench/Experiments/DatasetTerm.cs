using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Experiments;

/// <summary>What the loader must know of a data set.</summary>
/// <param name="Task">What its target asks for.</param>
/// <param name="Outputs">Classes, or columns of a numeric target; null when that is not known before the table is read.</param>
public sealed record DatasetTerm(TaskKind Task, int? Outputs = null)
{
    /// <summary>Whether each row is an image.</summary>
    public bool HasImages { get; init; }

    /// <summary>Whether it has two inputs, both numeric, and classes: what a model learns of it divides a plane.</summary>
    public bool IsPlane { get; init; }

    /// <summary>What the catalog says of a table.</summary>
    public static DatasetTerm Of(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new DatasetTerm(entry.Task, entry.Task == TaskKind.Regression ? 1 : entry.Classes.Count)
        {
            HasImages = entry.HasImages,
            IsPlane = entry.Task != TaskKind.Regression && entry.Count(ColumnRole.Numeric) == 2 && entry.Count(ColumnRole.Categorical) == 0,
        };
    }
}
