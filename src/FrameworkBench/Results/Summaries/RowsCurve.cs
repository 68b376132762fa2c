using FrameworkBench.Claims;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Summaries;

/// <summary>Scores of the models of one engine on one data set, by the number of rows that they learnt from.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Metric">What is scored.</param>
/// <param name="Sizes">The numbers of training rows, ascending.</param>
/// <param name="Models">The models that were fitted.</param>
internal sealed record RowsCurve(
    string Dataset, string Engine, MetricReference Metric, IReadOnlyList<int> Sizes, IReadOnlyList<ModelResults> Models)
{
    private readonly bool higherIsBetter = TrialFigures.Terms[Metric.Name].HigherIsBetter;

    /// <summary>The networks among the models.</summary>
    internal IReadOnlyList<ModelResults> Networks => [.. Models.Where(model => model.Model.Spec.IsNetwork)];

    /// <summary>The trees, forests and boosted trees among them.</summary>
    internal IReadOnlyList<ModelResults> Trees =>
        [.. Models.Where(model => model.Model.Spec is TreeSpec or ForestSpec or BoostedTreesSpec)];

    /// <summary>Whether an experiment has learning curves over rows.</summary>
    internal static bool Concerns(Experiment experiment) => experiment.Split.Default is LearningCurve;

    /// <summary>The curves of an experiment, by data set, metric and engine.</summary>
    internal static IReadOnlyList<RowsCurve> Of(ExperimentResults results) =>
    [
        .. from dataset in results.Models.Where(model => model.WasRun).GroupBy(model => model.Dataset)
           let sizes = dataset.SelectMany(model => model.Trials).Select(trial => trial.Input.TrainingRows).Distinct().Order()
           from metric in results.Experiment.Report.Also.Prepend(results.MetricOn(dataset.Key)).Distinct()
           where TrialFigures.Terms[metric.Name].Tasks?.Contains(results.InputOf(dataset.Key)!.Dataset.Task) ?? true
           from engine in dataset.GroupBy(model => model.Engine)
           select new RowsCurve(dataset.Key, engine.Key, metric, [.. sizes], [.. engine]),
    ];

    /// <summary>A model's mean score at a number of rows; null when no trial has one.</summary>
    internal MetricSummary? Score(ModelResults model, int rows) => MetricSummary.Of(At(model, rows), Metric);

    /// <summary>The model with the best mean at a number of rows; null when none has a score.</summary>
    internal ModelResults? Best(int rows)
    {
        var scored = Models.Select(model => (Model: model, Score: Score(model, rows)?.Mean)).Where(model => model.Score is not null)
            .ToList();
        return scored.Count == 0 ? null
            : (higherIsBetter ? scored.MaxBy(model => model.Score) : scored.MinBy(model => model.Score)).Model;
    }

    /// <summary>
    /// How far a model leads another at a number of rows, positive when it is better: paired over the repeats, with Nadeau and Bengio's
    /// corrected interval. Null without a pair.
    /// </summary>
    internal MeanDifference? Lead(ModelResults model, ModelResults other, int rows)
    {
        List<TrialResult> own = At(model, rows);
        return own.Count == 0 ? null
            : PairedLead.Of(
                Figures(own), Figures(At(other, rows)), higherIsBetter, TrialResult.TestTrainRatioOf(own),
                ClaimSpec.DefaultConfidence)?.Lead;
    }

    private List<Observation> Figures(List<TrialResult> trials) => Observation.Of(TrialEvidence.Of(trials), Metric);

    /// <summary>Who is surely ahead of whom at a number of rows: the interval of the lead excludes zero.</summary>
    internal Standing Standing(ModelResults model, ModelResults other, int rows) =>
        Lead(model, other, rows) is not { Interval.IsBounded: true } lead ? Summaries.Standing.Undecided
        : lead.Interval.Low > 0 ? Summaries.Standing.Ahead
        : lead.Interval.High < 0 ? Summaries.Standing.Behind
        : Summaries.Standing.Undecided;

    /// <summary>
    /// How networks stand to trees: ahead when one network is surely ahead of every model of trees, behind when one of those is ahead of
    /// every network.
    /// </summary>
    internal Standing OfNetworks(int rows) =>
        Networks.Any(network => Trees.All(trees => Standing(network, trees, rows) == Summaries.Standing.Ahead)) ? Summaries.Standing.Ahead
        : Trees.Any(trees => Networks.All(network => Standing(trees, network, rows) == Summaries.Standing.Ahead))
        ? Summaries.Standing.Behind
        : Summaries.Standing.Undecided;

    private static List<TrialResult> At(ModelResults model, int rows) => [.. model.Trials.Where(trial => trial.Input.TrainingRows == rows)];
}
