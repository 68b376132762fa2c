using FrameworkBench.Experiments;
using FrameworkBench.Scoring;

namespace FrameworkBench.Reporting.Wording;

/// <summary>Metrics as headings and axes write them.</summary>
internal static class MetricWords
{
    private const string TrainingPrefix = MetricReference.TrainingPrefix;

    /// <summary>"log loss", "training accuracy", "loss at epoch 100".</summary>
    internal static string Title(MetricReference metric)
    {
        string title = metric.Name.StartsWith(TrainingPrefix, StringComparison.Ordinal)
            ? "training " + Plain(metric.Name[TrainingPrefix.Length..])
            : Plain(metric.Name);
        return metric.Epoch is int epoch ? FormattableString.Invariant($"{title} at epoch {epoch}") : title;
    }

    /// <summary>The title with an arrow to where it is better.</summary>
    internal static string Heading(MetricReference metric) =>
        IsScore(metric) ? $"{Title(metric)} {(TrialFigures.Terms[metric.Name].HigherIsBetter ? "↑" : "↓")}" : Title(metric);

    // A count of epochs is neither good nor bad.
    private static bool IsScore(MetricReference metric) =>
        metric.Epoch is not null || MetricRegistry.Find(metric.Name.Replace(TrainingPrefix, "", StringComparison.Ordinal)) is not null;

    private static string Plain(string name) => name == MetricReference.ImportanceOfThree ? "share of three inputs" : MetricRegistry.Find(name)?.Title ?? name.Replace('_', ' ');
}
