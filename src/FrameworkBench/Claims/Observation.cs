using FrameworkBench.Experiments;
using FrameworkBench.Scoring;

namespace FrameworkBench.Claims;

/// <summary>The figure of one trial that a claim asks for.</summary>
/// <param name="Split">The split's number.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="Figure">The figure; null when the trial does not have a finite one, as a diverged or failed one has no accuracy.</param>
public readonly record struct Observation(int Split, long Seed, double? Figure)
{
    /// <summary>Reads a figure of every trial, in the order of the results.</summary>
    internal static List<Observation> Of(IEnumerable<TrialResult> results, MetricReference metric) =>
        [.. results.Select(result => new Observation(result.Trial.Split, result.Trial.Seed, result.Figure(metric) is double figure && double.IsFinite(figure) ? figure : null))];
}
