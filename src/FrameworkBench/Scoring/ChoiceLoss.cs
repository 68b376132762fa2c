using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Scoring;

/// <summary>
/// What settings are chosen by: the metric of <see cref="MetricRegistry.ChoiceFor"/>, or the share of wrong classes where a model
/// predicts no probabilities.
/// </summary>
public static class ChoiceLoss
{
    /// <summary>The loss among some scores; null without scores.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="task">What was predicted.</param>
    public static double? Of(Scores? scores, TaskKind task) => scores?[MetricRegistry.ChoiceFor(task)] ?? (1 - scores?["accuracy"]);

    /// <summary>The loss of predictions for some rows of a table, without their other scores.</summary>
    /// <param name="dataset">The table; of classes, or of values.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="hardLabels">Whether classes and no probabilities are predicted.</param>
    /// <returns>From predictions, row after row, to their loss.</returns>
    public static Func<double[], double> On(Dataset dataset, int[] rows, bool hardLabels)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (!dataset.IsClassification)
        {
            double[] values = Array.ConvertAll(rows, row => dataset.Values[row]);
            return predicted => Scorer.Regression(values, predicted)["rmse"]!.Value;
        }

        int[] labels = Array.ConvertAll(rows, row => dataset.Labels[row]);
        int classes = dataset.ClassNames.Count;
        return hardLabels
            ? votes => 1 - Scorer.Accuracy(labels, votes, classes)
            : probabilities => Scorer.LogLoss(labels, probabilities, classes);
    }
}
