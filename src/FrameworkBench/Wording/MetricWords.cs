using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Scoring;

namespace FrameworkBench.Wording;

/// <summary>Figures in words, as headings, axes and the evidence of claims write them.</summary>
internal static class MetricWords
{
    private const string TrainingPrefix = MetricReference.TrainingPrefix;

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [MetricReference.ImportanceOfThree] = "share of the top three inputs",
        ["dead_units"] = "share of dead units",
        ["squared_error_gradient_error"] = "distance from the squared error’s gradient",
        ["lowest_f1"] = "lowest F1",
        ["diverged"] = "share of diverged trials",
    };

    private static readonly Dictionary<string, string> Amounts = new(StringComparer.Ordinal)
    {
        ["epochs"] = "epochs",
        ["passes"] = "passes",
        ["parameters"] = "parameters",
        ["fit_seconds"] = "seconds to fit",
        ["milliseconds_per_epoch"] = "milliseconds per epoch",
        ["predict_seconds"] = "seconds to predict",
        ["peak_bytes"] = "bytes of memory",
    };

    /// <summary>"log loss", "training accuracy", "training loss at epoch 100".</summary>
    internal static string Title(MetricReference metric)
    {
        string name = metric.Name.StartsWith(TrainingPrefix, StringComparison.Ordinal) ? metric.Name[TrainingPrefix.Length..] : metric.Name;
        bool ofTraining = name != metric.Name || (metric.Epoch is not null && !name.StartsWith("validation_", StringComparison.Ordinal));
        string title = (ofTraining ? "training " : "") + Plain(name);
        return metric.Epoch is int epoch ? FormattableString.Invariant($"{title} at epoch {epoch}") : title;
    }

    /// <summary>By what candidates of a search are chosen: "log loss", "RMSE", "log loss for classes and RMSE for values".</summary>
    /// <param name="tasks">The tasks of the tables, at least one.</param>
    internal static string ChosenBy(IEnumerable<TaskKind> tasks)
    {
        TaskKind[] kinds = [.. tasks.DistinctBy(MetricRegistry.ChoiceFor).Order()];
        return kinds is [var only]
            ? Plain(MetricRegistry.ChoiceFor(only))
            : Phrase.And([.. kinds.Select(kind => $"{Plain(MetricRegistry.ChoiceFor(kind))} for {Targets(kind)}")]);

        static string Targets(TaskKind kind) => kind switch
        {
            TaskKind.Regression => "values",
            TaskKind.Reconstruction => "reconstructions",
            _ => "classes",
        };
    }

    /// <summary>The title with an arrow to where it is better.</summary>
    internal static string Heading(MetricReference metric) =>
        IsScore(metric) ? $"{Title(metric)} {(HigherIsBetter(metric) ? "↑" : "↓")}" : Title(metric);

    /// <summary>The title, which says where lower is better: "accuracy", "log loss (lower is better)".</summary>
    internal static string Directed(MetricReference metric) => HigherIsBetter(metric)
        ? Title(metric) : $"{Title(metric)} (lower is better)";

    /// <summary>The unit of a figure that counts or measures a cost, such as "epochs"; fewer is better. Null for a score.</summary>
    internal static string? Amount(MetricReference metric) => metric.Epoch is null ? Amounts.GetValueOrDefault(metric.Name) : null;

    /// <summary>Whether more of it is better.</summary>
    internal static bool HigherIsBetter(MetricReference metric) => TrialFigures.Terms[metric.Name].HigherIsBetter;

    // A count of epochs is neither good nor bad.
    private static bool IsScore(MetricReference metric) =>
        metric.Epoch is not null || MetricRegistry.Find(metric.Name.Replace(TrainingPrefix, "", StringComparison.Ordinal)) is not null;

    private static string Plain(string name) => Titles.GetValueOrDefault(name) ?? MetricRegistry.Find(name)?.Title
        ?? name.Replace('_', ' ');
}
