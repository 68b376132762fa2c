using System.Runtime.CompilerServices;
using FrameworkBench.Claims;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Results.Summaries;

/// <summary>All that a run has of one experiment, in the order of its page.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Models">By data set, model and engine; unavailable engines are left out.</param>
/// <param name="Verdicts">By claim, data set and engine, as they were judged.</param>
/// <param name="Absent">Requested engines that are not available.</param>
internal sealed record ExperimentResults(
    Experiment Experiment, IReadOnlyList<ModelResults> Models, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Absent)
{
    private static readonly ConditionalWeakTable<RunResult, IReadOnlyList<ExperimentResults>> Sorted = [];

    /// <summary>
    /// The metric of its tables and pictures on a data set: the experiment's own where it is defined, else the usual one of the task.
    /// </summary>
    internal MetricReference MetricOn(string dataset)
    {
        TaskKind? task = InputOf(dataset)?.Dataset.Task;
        return Experiment.Report.Metric is { } own
            && (task is null || TrialFigures.Terms[own.Name].Tasks?.Contains(task.Value) is null or true)
            ? own
            : new MetricReference(MetricRegistry.UsualFor(task ?? TaskKind.Multiclass));
    }

    /// <summary>The rows of a data set in its first trial; null when there is none.</summary>
    internal TrialInput? InputOf(string dataset) => Models.FirstOrDefault(model => model.Dataset == dataset)?.Trials[0].Input;

    /// <summary>Where its page is, in the results folder.</summary>
    internal string Page => PageOf(Experiment.Name);

    /// <summary>The way from the results folder to the project's documentation; null where that is somewhere else.</summary>
    internal string? Documentation { get; init; }

    /// <summary>The sentences that answer its question; none where its page has no such answer.</summary>
    internal IReadOnlyList<string> Answer { get; init; } = [];

    /// <summary>Where an experiment's page is, in the results folder.</summary>
    internal static string PageOf(string experiment) => $"{experiment}/README.md";

    /// <summary>The results of a run by experiment. They are sorted once: pages, screen and verdicts show them.</summary>
    internal static IReadOnlyList<ExperimentResults> Of(RunResult run) => Sorted.GetValue(run, Sort);

    private static IReadOnlyList<ExperimentResults> Sort(RunResult run)
    {
        var trials =
            run.Results.ToLookup(
                result => (result.Trial.Experiment.Name, result.Trial.Dataset, result.Trial.Model.Name, result.Trial.Engine));
        var verdicts = run.Verdicts.ToLookup(verdict => verdict.Experiment);
        return [.. run.Experiments.Select(experiment => new ExperimentResults(
            experiment,
            [
                .. from dataset in experiment.Datasets
                   from model in experiment.Models
                   from engine in run.Engines
                   where engine.Available
                   let found = (IReadOnlyList<TrialResult>)[.. trials[(experiment.Name, dataset, model.Name, engine.Name)]]
                   where found.Count > 0
                   select new ModelResults(model, dataset, engine.Name, found),
            ],
            [.. verdicts[experiment.Name]],
            [.. run.Engines.Where(engine => !engine.Available && IsFor(experiment, engine)).Select(engine => engine.Name)])
        {
            Documentation = run.Documentation,
        })];
    }

    private static bool IsFor(Experiment experiment, EngineStatus engine) => experiment.Engines?.Contains(engine.Name) ?? true;
}
