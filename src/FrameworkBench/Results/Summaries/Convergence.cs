using FrameworkBench.Claims;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;

namespace FrameworkBench.Results.Summaries;

/// <summary>One network of the timing pass: the training loss that its epochs are counted to, and how many each engine needs.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Model">The network.</param>
/// <param name="Target">The target; null when the loss hardly falls.</param>
/// <param name="Engines">The engines that trained it, in the order of the run.</param>
internal sealed record Convergence(
    Experiment Experiment, string Dataset, ExperimentModel Model, LossTarget? Target, IReadOnlyList<EngineConvergence> Engines)
{
    /// <summary>An engine is named when chance explains its difference less often than this, all comparisons taken together.</summary>
    internal const double Significance = 0.05;

    /// <summary>Every network that was timed and that two engines at least trained and reported the loss of.</summary>
    /// <param name="run">The run; epochs are those of its trials.</param>
    /// <param name="reference">The engine that the others are compared with.</param>
    internal static IReadOnlyList<Convergence> Of(RunResult run, string reference)
    {
        var timed = run.Timings.Where(timing => timing.Track == TimingTrack.OneThread)
            .ToLookup(timing => (timing.Experiment, timing.Dataset, timing.Model));
        var trials = run.Results
            .Where(result => result.Outcome.Status is TrialStatus.Done or TrialStatus.Diverged)
            .ToLookup(result => (result.Trial.Experiment.Name, result.Trial.Dataset, result.Trial.Model.Name));
        return
        [
            .. from experiment in run.Experiments
               from dataset in experiment.Datasets
               from model in experiment.Models
               let key = (experiment.Name, dataset, model.Name)
               where model.Spec is NetworkSpec && timed.Contains(key)
               let byEngine = trials[key].GroupBy(trial => trial.Trial.Engine).Select(engine => engine.ToList()).ToList()
               where byEngine.Count(engine => engine.Exists(HasLoss)) > 1
               select Of(experiment, dataset, model, byEngine, timed[key].ToDictionary(timing => timing.Engine), reference),
        ];
    }

    /// <summary>
    /// Comparisons in which an engine needs more or fewer epochs than the reference, by Holm's correction over all that are decided.
    /// </summary>
    /// <param name="networks">All networks of the page.</param>
    /// <param name="compared">How many comparisons were decided: those that rest on ten pairs, or on ten splits, at least.</param>
    internal static IReadOnlyList<(Convergence Network, EngineConvergence Engine)> Different(
        IReadOnlyList<Convergence> networks, out int compared)
    {
        (Convergence Network, EngineConvergence Engine)[] family =
        [
            .. from network in networks
               from engine in network.Engines
               where engine.MoreThanReference?.Count >= LeastTrials.Count
               select (network, engine),
        ];
        compared = family.Length;
        IReadOnlyList<double> adjusted = HolmCorrection.Adjust([.. family.Select(pair => pair.Engine.MoreThanReference!.PValue)]);
        return [.. family.Where((_, i) => adjusted[i] < Significance)];
    }

    /// <summary>
    /// Comparisons in which an engine reaches the target in another share of its trials than the reference: their 95 % intervals are apart.
    /// </summary>
    /// <param name="networks">All networks of the page.</param>
    /// <param name="reference">The engine that the others are compared with.</param>
    internal static IReadOnlyList<(Convergence Network, EngineConvergence Engine, Proportion Reference)> ReachingApart(
        IReadOnlyList<Convergence> networks, string reference) =>
    [
        .. from network in networks
           let own = network.Engines.FirstOrDefault(engine => engine.Engine == reference)?.Reached
           where own is not null
           from engine in network.Engines
           where engine.Reached is { } other && (other.Interval.High < own.Interval.Low || other.Interval.Low > own.Interval.High)
           select (network, engine, own),
    ];

    private static Convergence Of(
        Experiment experiment,
        string dataset,
        ExperimentModel model,
        List<List<TrialResult>> byEngine,
        Dictionary<string, TimedModel> timed,
        string reference)
    {
        var target = LossTarget.Of(byEngine.Select(engine => engine.Where(HasLoss).Select(trial => trial.Outcome.History.Loss!)));
        List<TrialResult>? others = byEngine.Find(engine => engine[0].Trial.Engine == reference);
        return new Convergence(experiment, dataset, model, target, [.. byEngine.Select(Engine)]);

        EngineConvergence Engine(List<TrialResult> engine)
        {
            string name = engine[0].Trial.Engine;
            return new EngineConvergence(
                name,
                engine.Exists(HasLoss) && target is not null ? Reached(engine) : null,
                MetricSummary.Of(engine, Epochs),
                others is null || name == reference ? null : More(engine, others),
                timed.GetValueOrDefault(name) is { Epochs: > 0, FitSeconds.Count: > 0 } timing
                    ? Quantiles.Median(timing.FitSeconds) / timing.Epochs
                    : null);
        }

        Proportion Reached(List<TrialResult> engine) => Proportion.OverSplits(
            engine.Count(trial => Epochs(trial) is not null),
            engine.Count,
            engine.DistinctBy(trial => trial.Trial.Split).Count(),
            TrialResult.TestTrainRatioOf(engine));

        // A lead of the engine where more is better is how many more it needs.
        MeanDifference? More(List<TrialResult> engine, List<TrialResult> others) => PairedLead.Of(
            Observations(engine),
            Observations(others),
            higherIsBetter: true,
            TrialResult.TestTrainRatioOf(engine),
            ClaimSpec.DefaultConfidence)?.Lead;

        List<Observation> Observations(List<TrialResult> engine) =>
            [.. engine.Select(trial => new Observation(trial.Trial.Split, trial.Trial.Seed, Epochs(trial)))];

        double? Epochs(TrialResult trial) => trial.Outcome.History.Loss is { } losses ? target?.Epochs(losses) : null;
    }

    private static bool HasLoss(TrialResult trial) => trial.Outcome.History.Loss is { Count: > 0 };
}
