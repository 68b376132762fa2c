using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Reporting.Suite;

/// <summary>Two models of one engine on all tables where both have a score.</summary>
/// <param name="Pair">The two models.</param>
/// <param name="Sides">What the two sides are called.</param>
/// <param name="Tables">The comparison on each table, in the order of the experiment; at least one.</param>
/// <param name="Lead">All tables together.</param>
/// <param name="Chances">Which side is practically better over tables like these (Bayesian signed-rank test).</param>
/// <param name="Test">Whether the leads lie around zero.</param>
internal sealed record PairOnTables(
    ModelPair Pair, PairSides Sides, IReadOnlyList<TableComparison> Tables, PooledLead Lead, RopeProbabilities Chances, WilcoxonSignedRank Test)
{
    /// <summary>The least probability that is called sure.</summary>
    internal const double Sure = 0.95;

    /// <summary>The largest p value of a side that is surely better.</summary>
    internal const double Significance = 0.05;

    /// <summary>The figure that is compared.</summary>
    internal static MetricReference Score { get; } = new(TrialFigures.Score);

    /// <summary>The test's p value, adjusted by Holm for the number of pairs of the engine.</summary>
    internal double AdjustedPValue { get; init; } = Test.PValue;

    /// <summary>
    /// What all tables say together. A side is better when the Bayesian test gives it 95 % and the Wilcoxon test, which
    /// knows no margin, agrees at 5 %: either alone may err where tables are few.
    /// </summary>
    internal TableVerdict Overall => Chances switch
    {
        { Above: >= Sure } when AdjustedPValue < Significance => TableVerdict.First,
        { Below: >= Sure } when AdjustedPValue < Significance => TableVerdict.Second,
        { Within: >= Sure } => TableVerdict.Equal,
        _ => TableVerdict.Undecided,
    };

    /// <summary>The comparison on a table; null when a model has no score on it.</summary>
    internal TableComparison? On(string dataset) => Tables.FirstOrDefault(table => table.Traits.Dataset == dataset);

    /// <summary>On how many tables the verdict is this.</summary>
    internal int Count(TableVerdict verdict) => Tables.Count(table => TableVerdicts.Of(table.Lead) == verdict);

    /// <summary>Compares two models; null when there is no table on which both have a score.</summary>
    internal static PairOnTables? Of(Experiment experiment, ModelPair pair, string engine, IReadOnlyList<TrialResult> trials)
    {
        IReadOnlyList<TableComparison> tables = TableComparison.Of(TrialEvidence.Of(trials.Where(trial => trial.Trial.Engine == engine)), pair.Model, pair.Against, Score);
        if (PooledLead.Of(tables) is not { } lead)
            return null;
        double[] leads = [.. tables.Select(table => table.Lead.Difference)];
        return new PairOnTables(
            pair, PairSides.Of(experiment, pair), tables, lead, BayesianSignedRank.Of(leads, TableVerdicts.Equivalence), WilcoxonSignedRank.Of(leads));
    }
}
