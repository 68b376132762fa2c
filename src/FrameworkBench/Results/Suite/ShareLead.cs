using FrameworkBench.Claims.Tables;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;

namespace FrameworkBench.Results.Suite;

/// <summary>The leads of a pair as shares of the way from the constant model to the best one, on the tables that have a way.</summary>
/// <param name="Lead">All such tables together.</param>
/// <param name="Shares">The share on each of them.</param>
internal sealed record ShareLead(PooledLead Lead, IReadOnlyList<MeanDifference> Shares)
{
    private readonly Lazy<HierarchicalAnswers?> answers = new(() => PooledLead.Answers(Shares, Margin));

    /// <summary>
    /// The least share that matters: what the raw margin of 0.01 is on a table with a way of 0.5, about the median of the tables of
    /// <c>trees-vs-networks</c>.
    /// </summary>
    internal const double Margin = 0.02;

    /// <summary>
    /// What tables like these say of the shares (hierarchical model); null where tables are too few. Drawn at the first use.
    /// </summary>
    internal HierarchicalAnswers? Answers => answers.Value;

    /// <summary>The shares of a comparison; null when no table has a way.</summary>
    internal static ShareLead? Of(IEnumerable<TableComparison> tables)
    {
        MeanDifference[] shares = [.. tables.Select(table => table.Share).OfType<MeanDifference>()];
        return PooledLead.Of([.. shares.Select(share => share.Difference)]) is { } lead ? new ShareLead(lead, shares) : null;
    }
}
