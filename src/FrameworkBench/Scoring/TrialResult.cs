using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Scoring;

/// <summary>A trial, what it gave, and what the harness makes of its predictions.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Input">Its rows.</param>
/// <param name="Outcome">What it gave.</param>
/// <param name="Test">Scores on the test rows; null without predictions.</param>
/// <param name="Training">Scores on the training rows; null when they were not predicted.</param>
public sealed record TrialResult(Trial Trial, TrialInput Input, Outcome Outcome, Scores? Test, Scores? Training)
{
    /// <summary>Scores of a bag on its training rows, each predicted by the fit that left it out; null for any other trial.</summary>
    public Scores? OutOfFold { get; init; }

    /// <summary>The search that settled the model; null where there was none.</summary>
    public SearchStanding? Search { get; init; }

    /// <summary>What the model answers in each cell of <see cref="InputPlane"/>; null when that was not requested.</summary>
    public Predictions? Plane { get; init; }

    /// <summary>How much the model relies on each input column; null when that was not requested, or there are no predictions.</summary>
    public IReadOnlyList<ColumnImportance>? Importance { get; init; }

    /// <summary>
    /// How much the model says itself that it relies on each input column of the table, in its order, as shares that sum to one; null when
    /// that was not requested, or the engine does not report it. One-hot columns of a category count together.
    /// </summary>
    public IReadOnlyList<double>? OwnImportance { get; init; }

    private static readonly History NoHistory = new();

    /// <summary>Scores a planned trial.</summary>
    /// <param name="planned">The trial.</param>
    /// <param name="outcome">What it gave.</param>
    public static TrialResult Of(PlannedTrial planned, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Predictions is not { } predictions)
            return new TrialResult(planned.Trial, planned.Input, outcome, null, null) { Search = planned.Standing };

        TrialInput input = planned.Input;
        PredictionLayout layout = input.Layout;
        Predictions onTest = layout.Test(predictions);
        Predictions? onTraining = layout.Training(predictions);
        (Scores test, Scores? training) = input.Dataset.Task == TaskKind.Reconstruction
            ? ReconstructionScores.Of(input, onTest, onTraining, outcome.Codes)
            : (Scorer.Of(input.Dataset, input.Split.TestRows, onTest, outcome.HardLabels),
                onTraining is null ? null : Scorer.Of(input.Dataset, input.Split.TrainRows, onTraining, outcome.HardLabels));
        return new TrialResult(planned.Trial, input, outcome, test, training)
        {
            Search = planned.Standing,
            OutOfFold = outcome.OutOfFold is { } leftOut
                ? Scorer.Of(input.Dataset, input.Split.TrainRows, leftOut, outcome.HardLabels) : null,
            Plane = layout.Plane(predictions),
            Importance = layout.Permuted(predictions) is { } permuted ? PermutationImportance.Of(input, onTest, permuted) : null,
            OwnImportance = outcome.Explanation?.Importance is { } shares ? ByColumn(input, shares) : null,
        };
    }

    /// <summary>
    /// What pages and verdicts are made of: without the predictions, which scores stand for, and what else no page shows, unless it is a
    /// trial whose predictions pages show. So the results of many trials have room.
    /// </summary>
    public TrialResult Lean()
    {
        if (Trial.IsFirst || Plane is not null)
            return this;
        var shown = ShownParts.Of(Trial.Experiment);
        return this with
        {
            Outcome = Outcome with
            {
                Predictions = null,
                Codes = null,
                OutOfFold = null,
                History = shown.HasHistoryOf(Trial) ? Outcome.History : NoHistory,
                Measures = NamedValues.Of(Outcome.Measures),
                Notes = Outcome.Notes.Count == 0 ? [] : Outcome.Notes,
            },
            Test = shown.Confusion ? Test : Test?.WithoutConfusion(),
            Training = Training?.WithoutConfusion(),
            OutOfFold = OutOfFold?.WithoutConfusion(),
        };
    }

    private static double[] ByColumn(TrialInput input, IReadOnlyList<double> shares)
    {
        IReadOnlyList<int> sources = input.Preparation.Fit(input.Dataset, input.Split.TrainRows).Sources;
        double[] columns = new double[input.Dataset.Columns.Count];
        for (int feature = 0; feature < shares.Count; feature++)
            columns[sources[feature]] += shares[feature];
        return columns;
    }

    /// <summary>Test rows over training rows of the splits of some trials, as intervals over splits take it.</summary>
    /// <param name="trials">Trials on one table, at least one.</param>
    internal static double TestTrainRatioOf(IEnumerable<TrialResult> trials) =>
        SplitRatio.Of(trials.Select(trial => (trial.Trial.Split, trial.Input.TestTrainRatio)));

    /// <summary>A figure of the trial as claims and tables name it; null when the trial does not have it.</summary>
    public double? Figure(MetricReference metric) => TrialFigures.Read(this, metric);
}
