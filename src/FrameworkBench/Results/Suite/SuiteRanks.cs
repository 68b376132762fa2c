using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Trials;

namespace FrameworkBench.Results.Suite;

/// <summary>All models of one engine ranked on each table by their mean score, and what failures do to the ranks.</summary>
/// <param name="Models">The models that the engine fitted, in the order of the experiment.</param>
/// <param name="Imputed">Ranks on all tables; a model of which a trial failed comes last on that table.</param>
/// <param name="Complete">Ranks on the tables where no trial failed; null when there is no such table.</param>
internal sealed record SuiteRanks(IReadOnlyList<ExperimentModel> Models, RankTable Imputed, RankTable? Complete)
{
    /// <summary>Ranks the models of an engine; null when it fitted fewer than two.</summary>
    internal static SuiteRanks? Of(SuiteResults suite)
    {
        ILookup<(string, string), TrialResult> trials = suite.Main.Trials.ToLookup(trial => (trial.Trial.Dataset, trial.Trial.Model.Name));
        ExperimentModel[] models =
            [.. suite.Experiment.Models.Where(
                model => suite.Main.Trials.Any(trial => trial.Trial.Model.Name == model.Name && WasRun(trial)))];
        if (models.Length < 2)
            return null;
        List<IReadOnlyList<double>> scores =
            [.. suite.Experiment.Datasets.Select(table => models.Select(model => Mean(trials[(table, model.Name)])).ToArray())];
        bool anyComplete = scores.Exists(table => !table.Any(double.IsNaN));
        return new SuiteRanks(
            models,
            RankTable.Of(scores, missing: MissingScores.RankLast),
            anyComplete ? RankTable.Of(scores, missing: MissingScores.DropDataSet) : null);
    }

    /// <summary>The mean score of trials; NaN when one of them has none.</summary>
    internal static double Mean(IEnumerable<TrialResult> trials) =>
        trials.Select(trial => trial.Figure(ScoreWay.Score) ?? double.NaN).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Whether the engine tried to fit it.</summary>
    internal static bool WasRun(TrialResult trial) => WasRun(trial.Outcome.Status);

    /// <inheritdoc cref="WasRun(TrialResult)"/>
    internal static bool WasRun(TrialEvidence trial) => WasRun(trial.Status);

    private static bool WasRun(TrialStatus status) => status is TrialStatus.Done or TrialStatus.Diverged or TrialStatus.Failed;
}
