using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Report;

namespace FrameworkBench.Results.Suite;

/// <summary>How far the first model of a pair leads the second by another measure than the score.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Metric">The measure.</param>
/// <param name="Lead">
/// The leads on the tables that have the measure, positive where the first is better; of a ratio its natural logarithms.
/// </param>
internal sealed record MeasureLead(PairOnTables Pair, MetricReference Metric, PooledLead Lead)
{
    // Its size depends on the target's unit: only ratios compare tables.
    private const string RootMeanSquare = "rmse";

    /// <summary>The measures, those of classes first.</summary>
    internal static IReadOnlyList<MetricReference> Measures { get; } =
    [
        new("accuracy"), new("roc_auc"), new("log_loss"), new("brier"), ModelCalibration.Error, new(RootMeanSquare), new("r2"),
    ];

    /// <summary>The comparison on each of these tables; of a ratio in natural logarithms.</summary>
    internal required IReadOnlyList<TableComparison> Tables { get; init; }

    /// <summary>Whether the second model's figure is divided by the first's, so that it can be pooled over tables.</summary>
    internal bool IsRatio => IsRatioOf(Metric);

    /// <summary>The leads of every pair of an engine by each measure that some table has.</summary>
    internal static IReadOnlyList<MeasureLead> Of(SuiteEngine engine) =>
    [
        .. from pair in engine.Pairs
           from metric in Measures
           let tables = On(engine.Evidence, pair.Pair, metric)
           let lead = PooledLead.Of(tables)
           where lead is not null
           select new MeasureLead(pair, metric, lead) { Tables = tables },
    ];

    /// <summary>The leads of a pair by one measure on each table that has it.</summary>
    /// <param name="trials">The trials of one engine.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="metric">The measure.</param>
    internal static IReadOnlyList<TableComparison> On(IEnumerable<TrialEvidence> trials, ModelPair pair, MetricReference metric) =>
        TableComparison.Of(
            [.. trials.Select(trial => trial with { Read = figure => Comparable(figure, trial.Read(figure)) })],
            pair.Model, pair.Against, metric);

    // A difference of logarithms is that of a ratio. An error of 0 has none, and its pair is left out.
    private static double? Comparable(MetricReference metric, double? figure) =>
        IsRatioOf(metric) && figure is double error ? Math.Log(error) : figure;

    private static bool IsRatioOf(MetricReference metric) => metric.Name == RootMeanSquare;
}
