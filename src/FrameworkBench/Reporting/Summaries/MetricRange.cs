using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Reporting.Summaries;

/// <summary>Between which figures a metric lies. A t interval knows no bounds, but a picture of an accuracy of 1.3 would mislead.</summary>
/// <param name="Least">Its least possible figure; minus infinity for none.</param>
/// <param name="Most">Its greatest possible figure; infinity for none.</param>
internal sealed record MetricRange(double Least, double Most)
{
    /// <summary>The range of figures that may be any number.</summary>
    internal static MetricRange Open { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The range of a metric, of training rows too; without ends when it is none that the harness scores.</summary>
    internal static MetricRange Of(MetricReference metric)
    {
        string name = metric.Name.StartsWith(MetricReference.TrainingPrefix, StringComparison.Ordinal) ? metric.Name[MetricReference.TrainingPrefix.Length..] : metric.Name;
        return MetricRegistry.Find(name) is not { } known
            ? Open
            : new MetricRange(
                name is "r2" or "explained_variance" ? double.NegativeInfinity : 0,
                known.InTargetUnit || name == "log_loss" ? double.PositiveInfinity : 1);
    }

    /// <summary>The ends of an interval, brought into the range; NaN for an interval without ends.</summary>
    internal (double Low, double High) Within(Interval interval) => interval.IsBounded
        ? (Math.Clamp(interval.Low, Least, Most), Math.Clamp(interval.High, Least, Most))
        : (double.NaN, double.NaN);
}
