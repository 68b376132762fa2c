using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Statistics.Hierarchical;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Results.Suite;

/// <summary>Two models on all tables where both have a score, of one engine or each of its own.</summary>
/// <param name="Pair">The two models.</param>
/// <param name="Sides">What the two sides are called.</param>
/// <param name="Tables">The comparison on each table, in the order of the experiment; at least one.</param>
/// <param name="Lead">All tables together.</param>
/// <param name="Test">Whether the leads lie around zero.</param>
internal sealed record PairOnTables(
    ModelPair Pair, PairSides Sides, IReadOnlyList<TableComparison> Tables, PooledLead Lead, WilcoxonSignedRank Test)
{
    private readonly Lazy<HierarchicalAnswers?> answers =
        new(() => PooledLead.Answers([.. Tables.Select(table => table.Lead)], TableVerdicts.Equivalence));

    /// <summary>The largest p value of a side that is surely better.</summary>
    internal const double Significance = 0.05;

    /// <summary>
    /// What tables like these say of the mean lead, the next table and the share of tables (hierarchical model); null where tables are too
    /// few. Drawn at the first use.
    /// </summary>
    internal HierarchicalAnswers? Answers
    {
        get => answers.Value;
        init => answers = new(value);
    }

    /// <summary>The engines of the two models.</summary>
    internal required (string First, string Second) Engines { get; init; }

    /// <summary>The test's p value, adjusted by Holm for the number of pairs of the engine.</summary>
    internal double AdjustedPValue { get; init; } = Test.PValue;

    /// <summary>The leads as shares of the way from the constant model to the best one; null when no table has a way.</summary>
    internal ShareLead? Share { get; init; }

    /// <summary>
    /// What all tables say of the mean lead. A side leads when the hierarchical model's interval lies beyond the margin and the Wilcoxon
    /// test, which knows no margin, agrees at 5 %: either alone may err where tables are few. Equal is the mean, not each table.
    /// </summary>
    internal TableVerdict Overall => Answers?.MeanInterval switch
    {
        { Low: > TableVerdicts.Equivalence } when AdjustedPValue < Significance => TableVerdict.First,
        { High: < -TableVerdicts.Equivalence } when AdjustedPValue < Significance => TableVerdict.Second,
        { Low: >= -TableVerdicts.Equivalence, High: <= TableVerdicts.Equivalence } => TableVerdict.Equal,
        _ => TableVerdict.Undecided,
    };

    /// <summary>The comparison on a table; null when a model has no score on it.</summary>
    internal TableComparison? On(string dataset) => Tables.FirstOrDefault(table => table.Traits.Dataset == dataset);

    /// <summary>On how many tables the verdict is this.</summary>
    internal int Count(TableVerdict verdict) => Tables.Count(table => TableVerdicts.Of(table.Lead) == verdict);

    /// <summary>Compares two models; null when there is no table on which both have a score.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="pair">The models.</param>
    /// <param name="trials">Trials of these and other models, each model by one engine.</param>
    internal static PairOnTables? Of(Experiment experiment, ModelPair pair, IReadOnlyList<TrialEvidence> trials)
    {
        // Trials are paired within an engine.
        TrialEvidence[] evidence = [.. trials.Select(trial => trial with { Engine = "" })];
        IReadOnlyList<TableComparison> tables = TableComparison.Of(evidence, pair.Model, pair.Against, ScoreWay.Score);
        if (PooledLead.Of(tables) is not { } lead)
            return null;
        return new PairOnTables(pair, PairSides.Of(experiment, pair), tables, lead, WilcoxonSignedRank.Of(lead.Leads))
        {
            Engines = (EngineOf(pair.Model), EngineOf(pair.Against)),
            Share = ShareLead.Of(tables),
        };

        string EngineOf(string model) => trials.First(trial => trial.Model.Name == model).Engine;
    }
}
