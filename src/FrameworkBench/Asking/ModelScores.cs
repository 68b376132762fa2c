using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Asking;

/// <summary>What one model scored on the splits.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Scores">
/// The primary metric, by split; higher is better. R² has one divisor for all splits (<see cref="PooledDetermination"/>).
/// </param>
/// <param name="FitSeconds">Mean seconds of a fit, on one core.</param>
/// <param name="PredictSeconds">Mean seconds to predict 1,000 rows.</param>
/// <param name="Others">Means of the other metrics, by name.</param>
public sealed record ModelScores(
    string Name,
    string Title,
    IReadOnlyDictionary<int, double> Scores,
    double FitSeconds,
    double PredictSeconds,
    IReadOnlyDictionary<string, double> Others)
{
    private const string Determination = "r2";

    // Its mean over small folds is far too small where few rows have large errors.
    private const string RootMeanSquare = "rmse";

    /// <summary>Folds of each repeat.</summary>
    public required int Folds { get; init; }

    /// <summary>Whether the scores are R², whose interval ends below 1.</summary>
    public bool AreDetermination { get; init; }

    /// <summary>
    /// Independent rows that its errors can be among: all rows, or groups; for ROC AUC those of the rarest class.
    /// </summary>
    public required int TestedRows { get; init; }

    /// <summary>Test rows / training rows of a split.</summary>
    public double TestTrainRatio => 1.0 / (Folds - 1);

    /// <summary>Its family.</summary>
    public Family Family => AskedModels.FamilyOf(Name);

    /// <summary>Mean score over some splits.</summary>
    public double Mean(IEnumerable<int> splits) => splits.Average(split => Scores[split]);

    /// <summary>The scores of each model that was fitted on a whole repeat, in the order of the trials.</summary>
    /// <param name="trials">Scored trials of one table.</param>
    /// <param name="metric">The primary metric.</param>
    /// <param name="folds">Folds of each repeat.</param>
    public static IReadOnlyList<ModelScores> Of(IEnumerable<TrialResult> trials, string metric, int folds)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return
        [
            .. from model in trials.Where(trial => trial.Test is not null).GroupBy(trial => trial.Trial.Model.Name)
               let scores = ScoresOf([.. model.DistinctBy(trial => trial.Trial.Split)], metric)
               where IsWhole(scores, 0, folds)
               select new ModelScores(
                   model.Key, model.First().Trial.Model.Title, scores,
                   model.Average(trial => trial.Outcome.FitSeconds),
                   model.Average(trial => 1_000 * trial.Outcome.PredictSeconds / Math.Max(1, trial.Input.Layout.Rows)),
                   OthersOf([.. model]))
               {
                   Folds = folds,
                   TestedRows = TestedRowsOf(model.First().Input.Dataset, metric),
                   AreDetermination = metric == Determination,
               },
        ];
    }

    private static Dictionary<int, double> ScoresOf(IReadOnlyList<TrialResult> splits, string metric)
    {
        if (metric != Determination)
            return splits.Select(trial => (trial.Trial.Split, Score: trial.Test![metric])).Where(trial => trial.Score is not null)
                .ToDictionary(trial => trial.Split, trial => trial.Score!.Value);
        double mean = splits[0].Input.Dataset.Values.Average();
        double[] scores = PooledDetermination.Of([.. splits.Select(trial => (trial.Test!["mse"]!.Value, DeviationOf(trial)))]);
        return splits.Zip(scores).ToDictionary(split => split.First.Trial.Split, split => split.Second);

        double DeviationOf(TrialResult trial) =>
            trial.Input.Split.TestRows.Average(row => Math.Pow(trial.Input.Dataset.Values[row] - mean, 2));
    }

    private static int TestedRowsOf(Dataset dataset, string metric) => metric == UnderstoodTable.Area ? dataset.ClassCounts().Min()
        : dataset.Groups?.Distinct().Count() ?? dataset.Rows;

    /// <summary>Whether all folds of a repeat have a score.</summary>
    public bool IsWhole(int repeat) => IsWhole(Scores, repeat, Folds);

    /// <summary>The splits of a repeat.</summary>
    public IEnumerable<int> SplitsOf(int repeat) => SplitsOf(repeat, Folds);

    private static bool IsWhole(IReadOnlyDictionary<int, double> scores, int repeat, int folds) =>
        SplitsOf(repeat, folds).All(scores.ContainsKey);

    private static IEnumerable<int> SplitsOf(int repeat, int folds) => Enumerable.Range(repeat * folds, folds);

    private static Dictionary<string, double> OthersOf(IReadOnlyList<TrialResult> trials) =>
        MetricRegistry.For(trials[0].Input.Dataset.Task)
            .Select(metric => (metric.Name, Values: trials.Select(trial => trial.Test![metric.Name]).OfType<double>().ToArray()))
            .Where(metric => metric.Values.Length > 0)
            .ToDictionary(metric => metric.Name, metric => metric.Name == RootMeanSquare
                ? Math.Sqrt(trials.Average(trial => trial.Test!["mse"]!.Value)) : metric.Values.Average());
}
