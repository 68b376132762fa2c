using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Engines;

/// <summary>Finds what cannot be in the outcome of a trial, whoever says it: an engine, or a file of the store.</summary>
internal static class OutcomeCheck
{
    private const double ProbabilityTolerance = 1e-3;

    /// <summary>The outcome that a store has of a trial; null when there is none that can be of it.</summary>
    public static Outcome? Find(OutcomeStore store, PlannedTrial planned) =>
        store.Find(planned.Key, outcome => Problem(outcome, planned));

    /// <summary>What is wrong with a stored outcome, in one phrase; null when nothing is.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="planned">The trial that it is said to be of.</param>
    public static string? Problem(Outcome outcome, PlannedTrial planned) =>
        StatusProblem(outcome)
        ?? FigureProblem(outcome)
        ?? (outcome.Predictions is { } predictions ? PredictionsProblem(predictions, planned.Input) : null)
        ?? (outcome.Codes is { } codes ? CodesProblem(codes, planned.Input.Layout.Rows) : null)
        ?? (outcome.Explanation is { } explanation ? ExplanationProblem(explanation, planned.Input) : null);

    /// <summary>The first row whose numbers are no probabilities, in one phrase; null when there is none.</summary>
    public static string? ProbabilityProblem(Predictions predictions)
    {
        for (int row = 0; row < predictions.Rows; row++)
        {
            ReadOnlySpan<double> probabilities = predictions.Values.AsSpan(row * predictions.Columns, predictions.Columns);
            double sum = 0;
            foreach (double probability in probabilities)
            {
                if (probability is < -ProbabilityTolerance or > 1 + ProbabilityTolerance)
                    return FormattableString.Invariant($"row {row} has probability {probability}");
                sum += probability;
            }

            if (Math.Abs(sum - 1) > ProbabilityTolerance)
                return FormattableString.Invariant($"the probabilities of row {row} sum to {sum}");
        }

        return null;
    }

    private static string? StatusProblem(Outcome outcome) => outcome.Status switch
    {
        TrialStatus.Done when outcome.Predictions is null => "it is done without predictions",
        TrialStatus.Unsupported or TrialStatus.Failed when outcome.Reason is null => "it has no predictions and no reason",
        TrialStatus.Unsupported or TrialStatus.Failed when outcome.Predictions is not null => "it has predictions although it failed",
        TrialStatus.Missing => "it is of a trial that was not run",
        _ => null,
    };

    private static string? FigureProblem(Outcome outcome)
    {
        double[] seconds = [outcome.FitSeconds, outcome.PredictSeconds, outcome.FailedAfterSeconds ?? 0];
        long[] counts = [outcome.Epochs, outcome.BestEpoch ?? 0, outcome.Parameters, outcome.Threads, outcome.PeakBytes];
        if (!Array.TrueForAll(seconds, time => time >= 0 && double.IsFinite(time)))
            return "it has times that cannot be";
        if (!Array.TrueForAll(counts, count => count >= 0))
            return "it has counts below 0";
        return outcome.Notes.Any(note => note is null) || outcome.Explanation?.Tree?.Any(node => node is null) == true
            ? "it holds null" : null;
    }

    private static string? PredictionsProblem(Predictions predictions, TrialInput input)
    {
        (int rows, int outputs) = (input.Layout.Rows, input.Outputs);
        if (predictions.Rows != rows || predictions.Columns != outputs)
            return $"its predictions have shape ({predictions.Rows}, {predictions.Columns}), expected ({rows}, {outputs})";
        if (!Array.TrueForAll(predictions.Values, double.IsFinite))
            return "its predictions are not all finite numbers";
        return input.Dataset.IsClassification ? ProbabilityProblem(predictions) : null;
    }

    private static string? CodesProblem(Predictions codes, int rows) =>
        codes.Rows != rows || codes.Columns < 1 || !Array.TrueForAll(codes.Values, double.IsFinite) ? "its codes cannot be" : null;

    private static string? ExplanationProblem(Explanation explanation, TrialInput input) =>
        ExplanationCheck.Problem(explanation, input.Preparation.Fit(input.Dataset, input.Split.TrainRows).Columns, input.Outputs);
}
