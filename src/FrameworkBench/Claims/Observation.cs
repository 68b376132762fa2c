using FrameworkBench.Experiments;

namespace FrameworkBench.Claims;

/// <summary>The figure of one trial that a claim asks for.</summary>
/// <param name="Split">The split's number.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="Figure">The figure; null when the trial does not have a finite one, as a diverged or failed one has no accuracy.</param>
/// <param name="Engine">The engine that ran it, where trials of several engines stand together.</param>
public readonly record struct Observation(int Split, long Seed, double? Figure, string Engine = "")
{
    /// <summary>Reads a figure of every trial, in their order.</summary>
    internal static List<Observation> Of(IEnumerable<TrialEvidence> trials, MetricReference metric) =>
        [.. trials.Select(
            trial =>
                new Observation(
                    trial.Split, trial.Seed, trial.Read(metric) is double figure && double.IsFinite(figure) ? figure : null,
                    trial.Engine))];
}
