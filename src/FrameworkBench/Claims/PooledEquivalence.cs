using FrameworkBench.Statistics;

namespace FrameworkBench.Claims;

/// <summary>
/// Whether two engines' models are worth the same over many tables: the mean of the tables' leads, each table counting once,
/// lies within a margin, and on no single table does either engine lead by much.
/// </summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Engine">The engine that is compared.</param>
/// <param name="Lead">Its mean lead over the reference in accuracy or R², with an interval of 95 % over tables.</param>
/// <param name="Behind">The table on which the engine is furthest behind the reference, and by how much (its lead, least of all).</param>
/// <param name="Ahead">The table on which the engine is furthest ahead.</param>
public sealed record PooledEquivalence(
    string Experiment, string Model, string Engine, MeanEstimate Lead, (string Dataset, double Lead) Behind,
    (string Dataset, double Lead) Ahead)
{
    /// <summary>The largest mean lead that counts as the same: half a percentage point of accuracy, 0.005 of R².</summary>
    public const double Margin = 0.005;

    /// <summary>The fewest tables that are pooled.</summary>
    public const int FewestTables = 10;

    private const double Confidence = 0.95;

    /// <summary>Holds when the whole interval lies within the margin, does not hold when it lies outside.</summary>
    public Ruling Ruling =>
        Lead.Interval.LiesWithin(-Margin, Margin) ? Ruling.Holds
        : Lead.Interval.Low >= Margin || Lead.Interval.High <= -Margin ? Ruling.DoesNotHold
        : Ruling.Inconclusive;

    /// <summary>Pools what was found table by table, where an engine's model was judged on enough tables.</summary>
    /// <param name="tables">The findings on each table.</param>
    public static IReadOnlyList<PooledEquivalence> Of(IReadOnlyList<EngineEquivalence> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return
        [
            .. from model in tables.GroupBy(table => (table.Experiment, table.Model, table.Engine))
               let leads = model.Where(table => table.Finding.Estimate is not null)
                   .Select(table => (table.Dataset, Lead: table.Finding.Estimate!.Value))
                   .OrderBy(table => table.Lead).ToList()
               where leads.Count >= FewestTables
               select new PooledEquivalence(
                   model.Key.Experiment, model.Key.Model, model.Key.Engine,
                   MeanEstimate.Of([.. leads.Select(table => table.Lead)], Confidence), leads[0], leads[^1]),
        ];
    }
}
