using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Scoring;

/// <summary>All metrics that the harness computes, by name.</summary>
public static class MetricRegistry
{
    private static readonly TaskKind[] Classification = [TaskKind.Binary, TaskKind.Multiclass];
    private static readonly TaskKind[] Regression = [TaskKind.Regression];
    private static readonly TaskKind[] Reconstruction = [TaskKind.Reconstruction];

    /// <summary>The metrics, in the order in which tables and CSV files list them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("accuracy", "accuracy", Classification, HigherIsBetter: true),
        new("log_loss", "log loss", Classification, HigherIsBetter: false),
        new("macro_f1", "macro F1", Classification, HigherIsBetter: true),
        new("balanced_accuracy", "balanced accuracy", Classification, HigherIsBetter: true),
        new("roc_auc", "ROC AUC", Classification, HigherIsBetter: true),
        new("brier", "Brier score", Classification, HigherIsBetter: false),
        new("ece", "calibration error", Classification, HigherIsBetter: false),
        new("mse", "MSE", Regression, HigherIsBetter: false, InTargetUnit: true),
        new("rmse", "RMSE", Regression, HigherIsBetter: false, InTargetUnit: true),
        new("mae", "MAE", Regression, HigherIsBetter: false, InTargetUnit: true),
        new("r2", "R²", Regression, HigherIsBetter: true),
        new("reconstruction_error", "reconstruction error", Reconstruction, HigherIsBetter: false, InTargetUnit: true),
        new("explained_variance", "explained variance", Reconstruction, HigherIsBetter: true),
        new("code_accuracy", "accuracy from codes", Reconstruction, HigherIsBetter: true),
    ];

    /// <summary>The metric of a name, or null.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>
    /// The name of the metric by which models of a task are usually compared: accuracy, R², or the share of the variance that a
    /// reconstruction keeps.
    /// </summary>
    public static string UsualFor(TaskKind task) => task switch
    {
        TaskKind.Regression => "r2",
        TaskKind.Reconstruction => "explained_variance",
        _ => "accuracy",
    };

    /// <summary>
    /// The name of the metric by which settings are chosen within the training rows: it sees how sure a model is, where accuracy on few
    /// rows has many ties. Log loss of classes, RMSE of values, the error of a reconstruction; the lower the better.
    /// </summary>
    public static string ChoiceFor(TaskKind task) => task switch
    {
        TaskKind.Regression => "rmse",
        TaskKind.Reconstruction => "reconstruction_error",
        _ => "log_loss",
    };

    /// <summary>The metrics that are defined for a task.</summary>
    public static IEnumerable<Metric> For(TaskKind task) => All.Where(metric => metric.AppliesTo(task));
}
