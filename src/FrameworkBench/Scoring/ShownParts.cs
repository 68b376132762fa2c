using System.Runtime.CompilerServices;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Scoring;

/// <summary>
/// Which parts of results the pages and claims of an experiment look at, besides scores: those are held of every trial, others of none but
/// a model's first.
/// </summary>
/// <param name="Histories">Whether figures of single epochs are named.</param>
/// <param name="NetworkHistories">Whether learning curves of networks are drawn, or epochs counted that they need to reach a loss.</param>
/// <param name="Confusion">Whether a confusion matrix is shown, or figures of single classes.</param>
internal sealed record ShownParts(bool Histories, bool NetworkHistories, bool Confusion)
{
    /// <summary>Learning curves are drawn of experiments on so many data sets at most.</summary>
    internal const int MostCurveDatasets = 4;

    private static readonly ConditionalWeakTable<Experiment, ShownParts> Known = [];

    /// <summary>Those of an experiment.</summary>
    public static ShownParts Of(Experiment experiment) => Known.GetValue(experiment, Read);

    /// <summary>Whether the history of a trial is looked at.</summary>
    public bool HasHistoryOf(Trial trial) => Histories || (NetworkHistories && trial.Model.Spec.IsNetwork);

    private static ShownParts Read(Experiment experiment)
    {
        MetricReference[] figures =
        [
            .. experiment.Claims.SelectMany(claim => claim.Figures).Select(figure => figure.Metric).Concat(experiment.Report.Also)
                .Append(experiment.Report.Metric).OfType<MetricReference>(),
        ];
        return new ShownParts(
            experiment.Report.Epochs.Count > 0 || figures.Any(figure => figure.Epoch is not null),
            experiment.Timing || (experiment.Report.LearningCurve && experiment.Datasets.Count <= MostCurveDatasets),
            experiment.Report is { ConfusionMatrix: true } or { ClassificationReport: true } || figures.Any(TrialFigures.IsOfClasses));
    }
}
