using FrameworkBench.Scoring;
using FrameworkBench.Trials;

namespace FrameworkBench.Results.Suite;

/// <summary>What a model costs on one table: means over its trials.</summary>
/// <param name="FitSeconds">Seconds to fit it, with the search for its settings where there is one.</param>
/// <param name="SearchSeconds">The seconds of the search among them.</param>
/// <param name="PredictSecondsPerRow">Seconds to predict one row, of many together.</param>
/// <param name="PeakBytes">Largest memory of the engine's process.</param>
internal sealed record ModelCost(double FitSeconds, double SearchSeconds, double PredictSecondsPerRow, double PeakBytes)
{
    /// <summary>The cost of each model of an engine on each table where it was fitted, by model and table.</summary>
    internal static IReadOnlyDictionary<(string Model, string Dataset), ModelCost> Of(IEnumerable<TrialResult> trials) => trials
        .Where(trial => trial.Outcome is { Status: TrialStatus.Done, FitSeconds: > 0 })
        .GroupBy(trial => (trial.Trial.Model.Name, trial.Trial.Dataset))
        .ToDictionary(group => group.Key, group => new ModelCost(
            group.Average(trial => trial.Outcome.FitSeconds + (trial.Search?.Seconds ?? 0)),
            group.Average(trial => trial.Search?.Seconds ?? 0),
            group.Average(trial => trial.Outcome.PredictSeconds / trial.Input.Layout.Rows),
            group.Average(trial => (double)trial.Outcome.PeakBytes)));

    /// <summary>The geometric mean of positive numbers; NaN when there are none.</summary>
    internal static double GeometricMean(IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(value => value > 0)];
        return positive.Length == 0 ? double.NaN : Math.Exp(positive.Average(Math.Log));
    }
}
