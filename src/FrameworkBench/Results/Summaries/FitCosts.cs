using FrameworkBench.Datasets;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Summaries;

/// <summary>What a warm fit of each model of an experiment takes on one table, where it has a network and boosted trees.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Table">The table; null when the run has no trial on it.</param>
/// <param name="Dataset">The table's name.</param>
/// <param name="Models">The models that were timed, in the experiment's order.</param>
/// <param name="Network">The first network among them.</param>
/// <param name="Trees">The first boosted trees among them.</param>
/// <param name="Seconds">Median seconds of a warm fit by model and engine; nothing where there was none.</param>
internal sealed record FitCosts(
    string Experiment,
    Dataset? Table,
    string Dataset,
    IReadOnlyList<ExperimentModel> Models,
    ExperimentModel Network,
    ExperimentModel Trees,
    IReadOnlyDictionary<(string Model, string Engine), double> Seconds)
{
    /// <summary>The costs of each table of a run on one track.</summary>
    internal static IReadOnlyList<FitCosts> Of(RunResult run, TimingTrack track)
    {
        var timed = run.Timings.Where(timing => timing.Track == track).ToLookup(timing => (timing.Experiment, timing.Dataset));
        return
        [
            .. from experiment in run.Experiments
               from dataset in experiment.Datasets
               let timings = timed[(experiment.Name, dataset)].ToList()
               let models = experiment.Models.Where(model => timings.Exists(timing => timing.Model == model.Name)).ToList()
               let network = models.Find(model => model.Spec.IsNetwork)
               let trees = models.Find(model => model.Spec is BoostedTreesSpec)
               where network is not null && trees is not null
               select new FitCosts(
                   experiment.Name,
                   run.Results.FirstOrDefault(result => result.Trial.Experiment.Name == experiment.Name && result.Trial.Dataset == dataset)
                       ?.Input.Dataset,
                   dataset,
                   models,
                   network,
                   trees,
                   timings.Where(timing => timing.FitSeconds.Count > 0)
                       .ToDictionary(timing => (timing.Model, timing.Engine), timing => Quantiles.Median(timing.FitSeconds))),
        ];
    }

    /// <summary>How many times as long an engine's network takes as its boosted trees; null when it has not both.</summary>
    internal double? Ratio(string engine) =>
        SecondsOf(Network, engine) is double network && SecondsOf(Trees, engine) is > 0 and var trees ? network / trees : null;

    /// <summary>Median seconds of a warm fit; null where there was none.</summary>
    internal double? SecondsOf(ExperimentModel model, string engine) => Seconds.TryGetValue((model.Name, engine), out double seconds)
        ? seconds : null;

    /// <summary>The engine that takes the shortest for a model, and its seconds; null when none was timed.</summary>
    internal (string Engine, double Seconds)? Fastest(ExperimentModel model)
    {
        var engines = Seconds.Where(cost => cost.Key.Model == model.Name).Select(cost => (cost.Key.Engine, cost.Value)).ToList();
        return engines.Count == 0 ? null : engines.MinBy(engine => engine.Value);
    }

    /// <summary>How many times as long the fastest network takes as the fastest boosted trees, whatever the engines.</summary>
    internal double? RatioOfFastest() =>
        Fastest(Network) is var (_, network) && Fastest(Trees) is var (_, trees) && trees > 0 ? network / trees : null;
}
