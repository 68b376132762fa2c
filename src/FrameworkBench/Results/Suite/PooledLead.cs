using FrameworkBench.Claims.Tables;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Results.Suite;

/// <summary>The leads of one model over another on several tables, taken together; a table counts once, whatever its size.</summary>
/// <param name="Counts">On how many tables either leads.</param>
/// <param name="Mean">The mean lead, with the interval of a bootstrap over tables.</param>
/// <param name="Leads">The lead on each table.</param>
internal sealed record PooledLead(WinTieLoss Counts, BootstrapEstimate Mean, IReadOnlyList<double> Leads)
{
    /// <summary>Leads up to this are none: means of equal scores may differ in the last bits.</summary>
    internal const double Rounding = 1e-12;

    /// <summary>The number of tables.</summary>
    internal int Tables => Leads.Count;

    /// <summary>The median lead, with its interval.</summary>
    internal BootstrapEstimate Median => Bootstrap.Of(Leads, Quantiles.Median);

    /// <summary>Whether there are enough tables for the interval to be shown: a bootstrap of a handful of numbers is too narrow.</summary>
    internal bool HasInterval => Tables >= LeastTables.OfSlice;

    /// <summary>Pools tables; null when there are none.</summary>
    internal static PooledLead? Of(IEnumerable<TableComparison> tables) => Of([.. tables.Select(table => table.Lead.Difference)]);

    /// <summary>Pools the leads of tables, in any unit; null when there are none.</summary>
    internal static PooledLead? Of(IReadOnlyList<double> leads) =>
        leads.Count == 0 ? null : new PooledLead(WinTieLoss.Of(leads, Rounding), Bootstrap.Of(leads), leads);

    /// <summary>What tables like these say of the lead, by the hierarchical model; null where tables are too few for it.</summary>
    /// <param name="leads">The lead on each table with its uncertainty.</param>
    /// <param name="margin">The least lead that matters, in the unit of the leads.</param>
    internal static HierarchicalAnswers? Answers(IReadOnlyList<MeanDifference> leads, double margin) =>
        leads.Count < HierarchicalModel.FewestTables ? null : HierarchicalModel.Of([.. leads.Select(TableLead.Of)]).Answer(margin);
}
