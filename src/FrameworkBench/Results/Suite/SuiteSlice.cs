using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Results.Suite;

/// <summary>A part of the tables that a page shows by itself.</summary>
/// <param name="Trait">What it is cut by, such as "size".</param>
/// <param name="Name">Which tables are in it, such as "below 1,000 rows".</param>
/// <param name="Tables">The same as claims say it.</param>
internal sealed record SuiteSlice(string Trait, string Name, TableSlice Tables)
{
    /// <summary>The trait of the slices by rows.</summary>
    internal const string Size = "size";

    private const int Medium = 1000;
    private const int Large = 2000;

    /// <summary>All slices; those of a trait stand together, opposites first and last.</summary>
    internal static IReadOnlyList<SuiteSlice> All { get; } =
    [
        new(Size, "below 1,000 rows", new TableSlice { RowsBelow = Medium }),
        new(Size, "1,000 to 1,999 rows", new TableSlice { RowsFrom = Medium, RowsBelow = Large }),
        new(Size, "from 2,000 rows on", new TableSlice { RowsFrom = Large }),
        new("columns", "numeric only", new TableSlice { Columns = TableColumns.Numeric }),
        new("columns", "with categories", new TableSlice { Columns = TableColumns.Mixed }),
        new("smoothness", "smooth", new TableSlice { Smooth = true }),
        new("smoothness", "not smooth", new TableSlice { Smooth = false }),
        new("task", "classification", new TableSlice { Task = TableTask.Classification }),
        new("task", "regression", new TableSlice { Task = TableTask.Regression }),
    ];

    /// <summary>The lead of a pair in this slice; null when no table is in it.</summary>
    internal PooledLead? Lead(PairOnTables pair) => PooledLead.Of(pair.Tables.Where(table => table.Traits.LiesIn(Tables)));
}
