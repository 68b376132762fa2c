using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Scoring;

/// <summary>
/// Between which figures a metric lies. A t interval knows no bounds, but an AUC of up to 1.02 would mislead: it is reported cut to the
/// range.
/// </summary>
/// <param name="Least">Its least possible figure; minus infinity for none.</param>
/// <param name="Most">Its greatest possible figure; infinity for none.</param>
public sealed record MetricRange(double Least, double Most)
{
    // Of two classes 1; of more it is a sum over classes, 2 where all goes to a wrong one.
    private const double MostBrier = 2;

    // Shares, beside the scores; the score that is pooled over tables is an accuracy, or R² cut at 0.
    private static readonly HashSet<string> Shares = new(StringComparer.Ordinal)
    {
        TrialFigures.Score, MetricReference.ImportanceOfThree, "diverged", "dead_units", "gradient_error", "lowest_precision",
        "lowest_recall", "lowest_f1",
    };

    // Counts, lengths and times.
    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        "loss", "validation_loss", "epochs", "best_epoch", "passes", "gradient_ratio", "gradient_norm", "parameters", "peak_bytes",
        "fit_seconds", "milliseconds_per_epoch", "predict_seconds",
    };

    /// <summary>The range of figures that may be any number.</summary>
    public static MetricRange Open { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The range of a metric, of training rows too; without ends when it has none that is known.</summary>
    public static MetricRange Of(MetricReference metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        string name = metric.Name.StartsWith(MetricReference.TrainingPrefix, StringComparison.Ordinal)
            ? metric.Name[MetricReference.TrainingPrefix.Length..] : metric.Name;
        if (Shares.Contains(name))
            return new MetricRange(0, 1);
        if (Amounts.Contains(name))
            return new MetricRange(0, double.PositiveInfinity);
        return MetricRegistry.Find(name) is not { } known
            ? Open
            : new MetricRange(
                name is "r2" or "explained_variance" ? double.NegativeInfinity : 0,
                known.InTargetUnit || name == "log_loss" ? double.PositiveInfinity : name == "brier" ? MostBrier : 1);
    }

    /// <summary>An interval cut to the range; one without ends stays so.</summary>
    public Interval Cut(Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return interval.IsBounded ? interval.ClippedTo(Least, Most) : interval;
    }

    /// <summary>The ends of an interval, brought into the range; NaN for an interval without ends.</summary>
    public (double Low, double High) Within(Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return interval.IsBounded
            ? (Math.Clamp(interval.Low, Least, Most), Math.Clamp(interval.High, Least, Most)) : (double.NaN, double.NaN);
    }
}
