using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Claims;

/// <summary>The figure of one trial that a claim asks for.</summary>
/// <param name="Split">The split's number.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="Figure">The figure; null when the trial does not have a finite one, as a diverged or failed one has no accuracy.</param>
/// <param name="Engine">The engine that ran it, where trials of several engines stand together.</param>
public readonly record struct Observation(int Split, long Seed, double? Figure, string Engine = "")
{
    private const string Passes = "passes";

    /// <summary>Whether the engine died, hung or was stopped at a limit: what the model would have done is not known.</summary>
    public bool Failed { get; init; }

    /// <summary>
    /// Whether the trial never got to what the figure counts, as a perceptron that is never free of errors has no passes.
    /// </summary>
    public bool IsEndless { get; init; }

    /// <summary>Reads a figure of every trial, in their order.</summary>
    internal static List<Observation> Of(IEnumerable<TrialEvidence> trials, MetricReference metric) =>
        [.. trials.Select(trial => Of(trial, metric))];

    private static Observation Of(TrialEvidence trial, MetricReference metric)
    {
        double? figure = trial.Read(metric) is double read && double.IsFinite(read) ? read : null;
        return new Observation(trial.Split, trial.Seed, figure, trial.Engine)
        {
            Failed = figure is null && trial.Status == TrialStatus.Failed,
            IsEndless = figure is null && trial.Status == TrialStatus.Done && metric.Name == Passes,
        };
    }
}
