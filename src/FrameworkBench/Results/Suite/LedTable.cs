using FrameworkBench.Claims.Tables;

namespace FrameworkBench.Results.Suite;

/// <summary>A table and the side of a comparison that led on it.</summary>
/// <param name="Traits">What the table is like.</param>
/// <param name="BestScore">The higher of both sides' mean scores.</param>
/// <param name="Lead">By how much the first side led; negative where the second did.</param>
internal sealed record LedTable(TableTraits Traits, double BestScore, double Lead)
{
    /// <summary>1 where the first side led, −1 where the second did, 0 where both are equal.</summary>
    internal int Side => Math.Abs(Lead) <= PooledLead.Rounding ? 0 : Math.Sign(Lead);

    /// <summary>The table of a comparison.</summary>
    internal static LedTable Of(TableComparison table) =>
        new(table.Traits, Math.Max(table.ModelMean, table.AgainstMean), table.Lead.Difference);
}
