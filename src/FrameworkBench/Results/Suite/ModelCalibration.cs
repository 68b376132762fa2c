using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>How well a model's probabilities are calibrated over the tables of classes.</summary>
/// <param name="Model">The model.</param>
/// <param name="Tables">The tables on which it predicts probabilities.</param>
/// <param name="Mean">The mean calibration error over them, with the interval of a bootstrap over tables.</param>
/// <param name="ByChance">About the most that perfectly calibrated probabilities of the same accuracy show on the same test rows.</param>
internal sealed record ModelCalibration(ExperimentModel Model, int Tables, BootstrapEstimate Mean, double ByChance)
{
    private static readonly MetricReference Accuracy = new("accuracy");

    /// <summary>The calibration error.</summary>
    internal static MetricReference Error { get; } = new("ece");

    /// <summary>The calibration of each model that is in a pair of an engine, in the order of the experiment.</summary>
    internal static IReadOnlyList<ModelCalibration> Of(Experiment experiment, SuiteEngine engine) =>
    [
        .. experiment.Models
            .Where(model => engine.Pairs.Any(pair => pair.Pair.Model == model.Name || pair.Pair.Against == model.Name))
            .Select(model => Of(model, [.. engine.Trials.Where(trial => trial.Trial.Model.Name == model.Name)]))
            .OfType<ModelCalibration>(),
    ];

    private static ModelCalibration? Of(ExperimentModel model, IReadOnlyList<TrialResult> trials)
    {
        TrialResult[][] tables =
        [
            .. trials.Where(trial => trial.Figure(Error) is not null).GroupBy(trial => trial.Trial.Dataset)
                .Select(table => table.ToArray()),
        ];
        if (tables.Length == 0)
            return null;
        double[] errors = [.. tables.Select(table => MetricSummary.Of(table, Error)!.Mean)];
        return new ModelCalibration(model, errors.Length, Bootstrap.Of(errors), tables.Average(table => table.Average(OfChance)));
    }

    private static double OfChance(TrialResult trial) =>
        CalibrationError.ByChance(trial.Input.Split.TestRows.Length, trial.Figure(Accuracy)!.Value);
}
