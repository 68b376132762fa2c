using FrameworkBench.Datasets;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Trials;

namespace FrameworkBench.Claims;

/// <summary>
/// One trial as claims see it: which model ran where, on how many rows, what became of it, and its figures. A run's results give it, and so
/// does the file of its trials, so that verdicts can be derived again from that alone.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Split">The split's number, from 0.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="Table">The table.</param>
/// <param name="TrainingRows">Rows that the model learned from, those included that are set aside for stopping.</param>
/// <param name="TestTrainRatio">Test rows over all rows that do not test.</param>
/// <param name="Status">What became of the trial.</param>
/// <param name="Reason">Why it has no figures; null when it has.</param>
/// <param name="Read">Reads a figure; null when the trial does not have it.</param>
public sealed record TrialEvidence(
    ExperimentModel Model,
    string Engine,
    int Split,
    long Seed,
    TableFacts Table,
    int TrainingRows,
    double TestTrainRatio,
    TrialStatus Status,
    string? Reason,
    Func<MetricReference, double?> Read)
{
    /// <summary>The evidence of several results, in their order.</summary>
    public static IReadOnlyList<TrialEvidence> Of(IEnumerable<TrialResult> results)
    {
        var tables = new Dictionary<Dataset, TableFacts>(ReferenceEqualityComparer.Instance);
        return [.. results.Select(result => Of(result, FactsOf(result.Input.Dataset)))];

        TableFacts FactsOf(Dataset table) =>
            tables.TryGetValue(table, out TableFacts? facts) ? facts : tables[table] = TableFacts.Of(table);
    }

    /// <summary>Test rows over training rows of the splits of some trials, as intervals over splits take it.</summary>
    /// <param name="trials">Trials on one table, at least one.</param>
    internal static double TestTrainRatioOf(IEnumerable<TrialEvidence> trials) =>
        SplitRatio.Of(trials.Select(trial => (trial.Split, trial.TestTrainRatio)));

    private static TrialEvidence Of(TrialResult result, TableFacts table) => new(
        result.Trial.Model, result.Trial.Engine, result.Trial.Split, result.Trial.Seed, table, result.Input.TrainingRows,
        result.Input.TestTrainRatio, result.Outcome.Status, result.Outcome.Reason, result.Figure);
}
