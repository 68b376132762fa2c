using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Scoring;

namespace FrameworkBench.Results.Suite;

/// <summary>A contestant on one table beside the best baseline there, by the same engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Contestant">The contestant.</param>
/// <param name="Dataset">The table.</param>
/// <param name="Score">The contestant's mean score over the splits on which the baseline has one too.</param>
/// <param name="Baseline">The baseline that leads it by the most or is led by the least.</param>
/// <param name="BaselineScore">The baseline's mean score over the same splits.</param>
internal sealed record BaselineGap(
    string Engine, ExperimentModel Contestant, string Dataset, double Score, ExperimentModel Baseline, double BaselineScore)
{
    /// <summary>A contestant that is further below the best baseline fails on the table.</summary>
    internal const double Most = 0.05;

    /// <summary>The contestant's score minus the baseline's.</summary>
    internal double Difference => Score - BaselineScore;

    /// <summary>Whether the contestant fails.</summary>
    internal bool IsFailure => Difference < -Most;

    /// <summary>Every contestant on every table where it and a baseline have scores, by every engine; the worst first.</summary>
    internal static IReadOnlyList<BaselineGap> Of(SuiteResults suite)
    {
        var models = SuiteBaselines.Of(suite.Experiment);
        return
        [
            .. (from engine in suite.Engines
                let scores = BySplit(engine.Trials)
                from contestant in models.Contestants
                from dataset in suite.Experiment.Datasets
                let gap = models.Baselines.Select(baseline => Between(engine.Name, dataset, contestant, baseline, scores))
                    .OfType<BaselineGap>().MinBy(gap => gap.Difference)
                where gap is not null
                select gap).OrderBy(gap => gap.Difference),
        ];
    }

    private static BaselineGap? Between(
        string engine, string dataset, ExperimentModel contestant, ExperimentModel baseline,
        Dictionary<(string Model, string Dataset), Dictionary<int, double>> scores)
    {
        if (!scores.TryGetValue((contestant.Name, dataset), out Dictionary<int, double>? own)
            || !scores.TryGetValue((baseline.Name, dataset), out Dictionary<int, double>? other))
            return null;
        int[] splits = [.. own.Keys.Where(other.ContainsKey).Order()];
        return splits.Length == 0 ? null : new BaselineGap(
            engine, contestant, dataset, splits.Average(split => own[split]), baseline, splits.Average(split => other[split]));
    }

    // The seeds of a split are averaged, so that each split counts alike.
    private static Dictionary<(string Model, string Dataset), Dictionary<int, double>> BySplit(IEnumerable<TrialResult> trials) => trials
        .Where(trial => trial.Figure(ScoreWay.Score) is not null)
        .GroupBy(trial => (trial.Trial.Model.Name, trial.Trial.Dataset))
        .ToDictionary(
            model => model.Key,
            model => model.GroupBy(trial => trial.Trial.Split)
                .ToDictionary(split => split.Key, split => split.Average(trial => trial.Figure(ScoreWay.Score)!.Value)));
}
