using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;

namespace FrameworkBench.Scoring;

/// <summary>
/// The figures of a trial beyond its scores: <c>train_…</c> scores, the score that may be pooled over tables, the lowest score of any class
/// that occurs, figures of the training history at an epoch, and what the engine reported of the fit.
/// </summary>
public static class TrialFigures
{
    /// <summary>Accuracy of classes, R² clipped at 0 of values: the score that may be pooled over tables of every task.</summary>
    public const string Score = MetricReference.Score;

    private const string TrainingPrefix = MetricReference.TrainingPrefix;

    private static readonly Dictionary<string, (Func<Outcome, double?> Read, bool HigherIsBetter)> OfOutcome = new(StringComparer.Ordinal)
    {
        ["epochs"] = (outcome => outcome.Epochs, false),
        ["best_epoch"] = (outcome => outcome.BestEpoch ?? outcome.Epochs, false),
        ["passes"] = (outcome => Measure(outcome, "first_error_free_pass"), false),
        ["gradient_ratio"] = (outcome => outcome.GradientNorms is [.., > 0 and var last] norms ? norms[0] / last : null, true),
        ["gradient_norm"] = (outcome => outcome.GradientNorms is [var first, ..] ? first : null, false),
        ["gradient_error"] = (outcome => Measure(outcome, "gradient_error"), false),
        ["squared_error_gradient_error"] = (outcome => Measure(outcome, "squared_error_gradient_error"), false),
        ["dead_units"] = (outcome => Measure(outcome, "dead_units"), false),
        ["diverged"] = (outcome => outcome.Status == TrialStatus.Diverged ? 1 : 0, false),
        ["parameters"] = (outcome => outcome.Parameters, false),
        ["peak_bytes"] = (outcome => outcome.PeakBytes, false),
    };

    private static readonly string[] Measured =
        ["gradient_ratio", "gradient_norm", "gradient_error", "squared_error_gradient_error", "dead_units"];

    private static readonly Dictionary<string, Func<Outcome, double?>> Times = new(StringComparer.Ordinal)
    {
        ["fit_seconds"] = outcome => outcome.FitSeconds,
        ["milliseconds_per_epoch"] = outcome => outcome.Epochs > 0 ? 1e3 * outcome.FitSeconds / outcome.Epochs : null,
        ["predict_seconds"] = outcome => outcome.PredictSeconds,
    };

    private static readonly Dictionary<string, (Func<History, IReadOnlyList<double>?> Read, bool HigherIsBetter)> OfHistory =
        new(StringComparer.Ordinal)
        {
            ["loss"] = (history => history.Loss, false),
            ["accuracy"] = (history => history.Accuracy, true),
            ["validation_loss"] = (history => history.ValidationLoss, false),
            ["validation_accuracy"] = (history => history.ValidationAccuracy, true),
        };

    private static readonly Dictionary<string, Func<ClassScore, double>> LowestOfClasses = new(StringComparer.Ordinal)
    {
        ["lowest_precision"] = score => score.Precision,
        ["lowest_recall"] = score => score.Recall,
        ["lowest_f1"] = score => score.F1,
    };

    /// <summary>Every figure that an experiment may name, with the direction in which it is better.</summary>
    public static IReadOnlyDictionary<string, MetricTerm> Terms { get; } = MakeTerms();

    /// <summary>
    /// Whether only the engine can measure a figure, as a gradient: one whose finished trials all lack it says nothing of
    /// it. Without <c>passes</c> a perceptron never got through its rows without an error, which is an answer.
    /// </summary>
    public static bool IsMeasuredByEngine(MetricReference metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Epoch is null && Measured.Contains(metric.Name);
    }

    /// <summary>Whether a figure is made of those of each class.</summary>
    internal static bool IsOfClasses(MetricReference metric) => LowestOfClasses.ContainsKey(metric.Name);

    /// <summary>Reads a figure; null when the trial does not have it.</summary>
    public static double? Read(TrialResult result, MetricReference metric)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(metric);
        if (result.Outcome.Status is not (TrialStatus.Done or TrialStatus.Diverged))
            return null;
        if (metric.Epoch is int epoch)
            return OfHistory.TryGetValue(metric.Name, out var history) ? At(history.Read(result.Outcome.History), epoch) : null;
        if (OfOutcome.TryGetValue(metric.Name, out var figure))
            return figure.Read(result.Outcome);
        if (Times.TryGetValue(metric.Name, out var time))
            return time(result.Outcome);
        if (LowestOfClasses.TryGetValue(metric.Name, out var score))
            return result.Test?.Report?.Classes.Where(line => line.Support > 0).Min(score);
        if (metric.Name == Score)
            return Pooled(result.Test);
        if (metric.Name == TrainingPrefix + Score)
            return Pooled(result.Training);
        if (metric.Name == MetricReference.Overfit)
            return Pooled(result.Training) - Pooled(result.Test);
        if (metric.Name == MetricReference.ImportanceOfThree)
            return result.Importance is { } importance ? PermutationImportance.ShareOfMost(importance, 3) : null;
        return metric.Name.StartsWith(TrainingPrefix, StringComparison.Ordinal)
            ? result.Training?[metric.Name[TrainingPrefix.Length..]]
            : result.Test?[metric.Name];
    }

    private static double? Pooled(Scores? scores) =>
        scores?["accuracy"] ?? (scores?["r2"] is double determination ? NormalizedScore.FromRSquared(determination) : null);

    private static double? Measure(Outcome outcome, string name) => outcome.Measures.TryGetValue(name, out double value) ? value : null;

    private static double? At(IReadOnlyList<double>? history, int epoch) =>
        history is not null && epoch < history.Count ? history[epoch] : null;

    private static Dictionary<string, MetricTerm> MakeTerms()
    {
        var terms = new Dictionary<string, MetricTerm>(StringComparer.Ordinal);
        foreach (Metric metric in MetricRegistry.All)
        {
            terms[metric.Name] = new MetricTerm(metric.HigherIsBetter, metric.Tasks, InHistory: OfHistory.ContainsKey(metric.Name));

            // The codes of training rows tell those of test rows, never their own.
            if (metric.Name != MetricReference.CodeAccuracy)
                terms[TrainingPrefix + metric.Name] = new MetricTerm(metric.HigherIsBetter, metric.Tasks);
        }

        terms[Score] = terms[TrainingPrefix + Score] = new MetricTerm(HigherIsBetter: true);
        terms[MetricReference.Overfit] = new MetricTerm(HigherIsBetter: false);
        terms[MetricReference.ImportanceOfThree] = new MetricTerm(HigherIsBetter: true);
        foreach ((string name, (_, bool higherIsBetter)) in OfOutcome)
            terms[name] = new MetricTerm(higherIsBetter);
        foreach (string name in Times.Keys)
            terms[name] = new MetricTerm(HigherIsBetter: false) { IsTime = true };
        foreach (string name in LowestOfClasses.Keys)
            terms[name] = new MetricTerm(HigherIsBetter: true, [TaskKind.Binary, TaskKind.Multiclass]);
        foreach ((string name, (_, bool higherIsBetter)) in OfHistory.Where(history => !terms.ContainsKey(history.Key)))
            terms[name] = new MetricTerm(higherIsBetter, InHistory: true, OnlyInHistory: true);
        foreach ((string name, MetricTerm term) in terms)
        {
            var range = MetricRange.Of(new MetricReference(name));
            terms[name] = term with { Least = range.Least, Most = range.Most };
        }

        return terms;
    }
}
