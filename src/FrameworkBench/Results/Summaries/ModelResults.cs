using System.Collections.Concurrent;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Wording;

namespace FrameworkBench.Results.Summaries;

/// <summary>The trials of one model on one data set by one engine.</summary>
/// <param name="model">The model.</param>
/// <param name="dataset">The data set's name.</param>
/// <param name="engine">The engine's name.</param>
/// <param name="trials">Its trials in the order of the plan, at least one.</param>
internal sealed class ModelResults(ExperimentModel model, string dataset, string engine, IReadOnlyList<TrialResult> trials)
{
    private readonly ConcurrentDictionary<MetricReference, MetricSummary?> summaries = new();

    /// <summary>The model.</summary>
    internal ExperimentModel Model { get; } = model;

    /// <summary>The data set's name.</summary>
    internal string Dataset { get; } = dataset;

    /// <summary>The engine's name.</summary>
    internal string Engine { get; } = engine;

    /// <summary>Its trials in the order of the plan, at least one.</summary>
    internal IReadOnlyList<TrialResult> Trials { get; } = trials;

    /// <summary>The model as it was fitted: where it leaves output and loss to the task, with those of this data set.</summary>
    internal ModelSpec Spec => Model.SpecFor(Trials[0].Input.Dataset.Task);

    /// <summary>Whether the engine fitted it at all.</summary>
    internal bool WasRun => Trials.Any(trial => trial.Outcome.Status is TrialStatus.Done or TrialStatus.Diverged or TrialStatus.Failed);

    /// <summary>Why it was not fitted, "unsupported: layer batch_norm"; null when it was.</summary>
    internal string? WhyNot => WasRun ? null
        : Trials[0].Outcome.Status == TrialStatus.Unsupported ? $"unsupported: {Trials[0].Outcome.Reason}"
        : Trials[0].Outcome.Reason ?? "not run";

    /// <summary>
    /// The trials by the rows that they trained on, ascending, of an experiment with learning curves; else all together. Scores at
    /// different sizes have no mean that says anything.
    /// </summary>
    internal IReadOnlyList<ModelResults> BySize => !RowsCurve.Concerns(Trials[0].Trial.Experiment) ? [this]
        :
        [
            .. Trials.GroupBy(trial => trial.Input.TrainingRows).OrderBy(size => size.Key)
                .Select(size => new ModelResults(Model, Dataset, Engine, [.. size])),
        ];

    /// <summary>How many trials ended in a way.</summary>
    internal int Count(TrialStatus status) => Trials.Count(trial => trial.Outcome.Status == status);

    /// <summary>The mean of a figure with its interval; null when no trial has it. Taken once: a page shows it in several places.</summary>
    internal MetricSummary? Summarize(MetricReference metric) =>
        summaries.GetOrAdd(metric, asked => MetricSummary.Of(Trials, asked));

    /// <summary>"20", or "17 of 20; 2 diverged, 1 failed".</summary>
    internal string Tally()
    {
        int done = Count(TrialStatus.Done);
        if (done == Trials.Count)
            return FormattableString.Invariant($"{done}");
        string[] others =
        [
            .. new[] { TrialStatus.Diverged, TrialStatus.Failed, TrialStatus.Unsupported, TrialStatus.Missing }
                .Where(status => Count(status) > 0)
                .Select(status => FormattableString.Invariant($"{Count(status)} {StatusWords.Of(status)}")),
        ];
        return FormattableString.Invariant($"{done} of {Trials.Count}; {string.Join(", ", others)}");
    }
}
