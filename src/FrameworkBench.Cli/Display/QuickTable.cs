using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Results.Suite;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Cli.Display;

/// <summary>Networks and trees side by side: the score and the time of a fit, a row an engine.</summary>
internal static class QuickTable
{
    private const int EngineColumn = 16;
    private const int ModelColumn = 32;

    /// <summary>Whether a claim compares models of different families, so that a table says more than its verdict.</summary>
    internal static bool Compares(Experiment experiment, ClaimSpec claim) => claim.Against is { } against
        && Family(Find(experiment, claim.Model)) != Family(Find(experiment, against));

    /// <summary>The lines of the table of an experiment's answer; none where that compares no families, or nothing was run.</summary>
    internal static IReadOnlyList<string> Of(ExperimentResults results)
    {
        Experiment experiment = results.Experiment;
        ClaimSpec? claim = experiment.Claims.FirstOrDefault(claim => claim.Id == experiment.Answer);
        return claim is not null && Compares(experiment, claim)
            ? [.. experiment.Datasets.SelectMany(dataset => Of(results, claim, dataset))] : [];
    }

    private static IReadOnlyList<string> Of(ExperimentResults results, ClaimSpec claim, string dataset)
    {
        string[] models = [claim.Against!, claim.Model];
        var byEngine = results.Models.Where(model => model.Dataset == dataset && model.WasRun && models.Contains(model.Model.Name))
            .GroupBy(model => model.Engine).ToList();
        return byEngine.Count == 0 ? [] :
        [
            Line($"{MetricWords.Title(results.MetricOn(dataset))}, fit time", models.Select(
                model => Family(Find(results.Experiment, model)) + (model == claim.Against ? $" on {dataset}" : ""))),
            .. byEngine.Select(engine => Line(engine.Key, models.Select(
                model => Cell(results, engine.FirstOrDefault(run => run.Model.Name == model))))),
        ];
    }

    private static string Line(string engine, IEnumerable<string> cells) =>
        (engine.PadRight(EngineColumn) + string.Concat(cells.Select(cell => cell.PadRight(ModelColumn)))).TrimEnd();

    private static string Cell(ExperimentResults results, ModelResults? model)
    {
        if (model?.Summarize(results.MetricOn(model.Dataset)) is not { } summary)
            return Figures.None;
        double[] seconds =
            [.. model.Trials.Where(trial => trial.Outcome.Status == TrialStatus.Done).Select(trial => trial.Outcome.FitSeconds)];
        return $"{summary}, {Quantities.Seconds(Quantiles.Median(seconds))}".Replace('\u00A0', ' ');
    }

    private static string Family(ExperimentModel model) => PairSides.Family(model.Spec);

    private static ExperimentModel Find(Experiment experiment, string name) => experiment.Models.First(model => model.Name == name);
}
