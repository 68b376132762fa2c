using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Scoring;

/// <summary>All metrics that the harness computes, by name.</summary>
public static class MetricRegistry
{
    private static readonly TaskKind[] Classification = [TaskKind.Binary, TaskKind.Multiclass];
    private static readonly TaskKind[] Regression = [TaskKind.Regression];

    /// <summary>The metrics, in the order in which tables and CSV files list them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("accuracy", "accuracy", Classification, HigherIsBetter: true, Digits: 4),
        new("log_loss", "log loss", Classification, HigherIsBetter: false, Digits: 4),
        new("macro_f1", "macro F1", Classification, HigherIsBetter: true, Digits: 4),
        new("balanced_accuracy", "balanced accuracy", Classification, HigherIsBetter: true, Digits: 4),
        new("roc_auc", "ROC AUC", Classification, HigherIsBetter: true, Digits: 4),
        new("brier", "Brier score", Classification, HigherIsBetter: false, Digits: 4),
        new("mse", "MSE", Regression, HigherIsBetter: false, Digits: 4, InTargetUnit: true),
        new("rmse", "RMSE", Regression, HigherIsBetter: false, Digits: 4, InTargetUnit: true),
        new("mae", "MAE", Regression, HigherIsBetter: false, Digits: 4, InTargetUnit: true),
        new("r2", "R²", Regression, HigherIsBetter: true, Digits: 4),
    ];

    /// <summary>The metric of a name, or null.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>The metrics that are defined for a task.</summary>
    public static IEnumerable<Metric> For(TaskKind task) => All.Where(metric => metric.AppliesTo(task));
}
