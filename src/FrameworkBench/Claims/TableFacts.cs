using FrameworkBench.Datasets;

namespace FrameworkBench.Claims;

/// <summary>What a table is like, before any model is fitted.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its input columns, before any coding.</param>
/// <param name="IsMixed">Whether some input is a category.</param>
/// <param name="IsClassification">Whether its target is a class.</param>
public sealed record TableFacts(string Dataset, int Rows, int Columns, bool IsMixed, bool IsClassification)
{
    /// <summary>Describes a table.</summary>
    public static TableFacts Of(Dataset table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TableFacts(
            table.Name, table.Features.Rows, table.Columns.Count, table.Columns.Any(column => column.Kind == ColumnKind.Categorical),
            table.IsClassification);
    }
}
