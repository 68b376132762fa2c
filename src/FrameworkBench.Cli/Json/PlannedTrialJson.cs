using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Json;

/// <summary>One fit that a run would do.</summary>
/// <param name="Key">What its outcome is stored under.</param>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Model">The model's name; a candidate of a search has its number behind it.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Split">The split's number, from 0.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Part">Which fit of a bag it is, from 0; null of any other.</param>
/// <param name="Shard">The shard that runs it, from 0; null when it runs alone, or when the plan is not divided.</param>
internal sealed record PlannedTrialJson(
    string Key, string Experiment, string Dataset, string Model, string Engine, int Split, long Seed, int? Part, int? Shard)
{
    /// <summary>A planned fit.</summary>
    public static PlannedTrialJson Of(PlannedTrial fit, int? shard) => new(
        fit.Key.Hash, fit.Trial.Experiment.Name, fit.Trial.Dataset, fit.Trial.Model.Name, fit.Trial.Engine, fit.Trial.Split, fit.Trial.Seed,
        fit.Trial.Part, shard);
}
