using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Scoring;

/// <summary>A trial, what it gave, and what the harness makes of its predictions.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Input">Its rows.</param>
/// <param name="Outcome">What it gave.</param>
/// <param name="Test">Scores on the test rows; null without predictions.</param>
/// <param name="Training">Scores on the training rows; null when they were not predicted.</param>
public sealed record TrialResult(Trial Trial, TrialInput Input, Outcome Outcome, Scores? Test, Scores? Training)
{
    /// <summary>The search that settled the model; null when it is as written.</summary>
    public PlannedSearch? Search { get; init; }

    /// <summary>Scores a planned trial that has its outcome.</summary>
    /// <exception cref="ArgumentException">It has not been run.</exception>
    public static TrialResult Of(PlannedTrial planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        Outcome outcome = planned.Outcome ?? throw new ArgumentException($"{planned.Trial} has no outcome.", nameof(planned));
        if (outcome.Predictions is not { } predictions)
            return new TrialResult(planned.Trial, planned.Input, outcome, null, null) { Search = planned.Search };

        int tested = planned.Input.Split.TestRows.Length;
        Scores test = Score(planned.Input.Dataset, planned.Input.Split.TestRows, predictions.Slice(0, tested), outcome.HardLabels);
        Scores? training = planned.Input.PredictTraining
            ? Score(planned.Input.Dataset, planned.Input.Split.TrainRows, predictions.Slice(tested, predictions.Rows - tested), outcome.HardLabels)
            : null;
        return new TrialResult(planned.Trial, planned.Input, outcome, test, training) { Search = planned.Search };
    }

    private static Scores Score(Dataset dataset, int[] rows, Predictions predictions, bool hardLabels) => dataset.IsClassification
        ? Scorer.Classification(Array.ConvertAll(rows, row => dataset.Labels[row]), predictions.Values, dataset.ClassNames, hardLabels)
        : Scorer.Regression(Array.ConvertAll(rows, row => dataset.Values[row]), predictions.Values);

    /// <summary>A figure of the trial as claims and tables name it; null when the trial does not have it.</summary>
    public double? Figure(MetricReference metric) => TrialFigures.Read(this, metric);
}
