using FrameworkBench.Experiments;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Results.Summaries;

/// <summary>The mean of a figure over the trials that have it, with its 95 % interval.</summary>
/// <param name="Count">Trials that have a finite figure.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Interval">
/// Over the seeds of one split Student's t interval; over several splits, which share training rows, the corrected
/// resampled t interval (Nadeau and Bengio 2003) of the splits' means; cut to the figures that are possible.
/// </param>
internal sealed record MetricSummary(int Count, double Mean, Interval Interval)
{
    /// <summary>Sums up a figure; null when no trial has it.</summary>
    internal static MetricSummary? Of(IReadOnlyList<TrialResult> trials, MetricReference metric) =>
        Of(trials, trial => trial.Figure(metric)) is { } summary ? summary with
        {
            Interval = MetricRange.Of(metric).Cut(summary.Interval),
        } : null;

    /// <summary>Sums up any figure; null when no trial has it.</summary>
    internal static MetricSummary? Of(IReadOnlyList<TrialResult> trials, Func<TrialResult, double?> read)
    {
        var figures = trials
            .Select(trial => (trial.Trial.Split, trial.Input, Figure: read(trial)))
            .Where(trial => trial.Figure is double figure && double.IsFinite(figure))
            .Select(trial => (trial.Split, trial.Input, Figure: trial.Figure!.Value))
            .ToList();
        if (figures.Count == 0)
            return null;

        MeanDifference mean = MeanOverSplits.Of(
            figures.Select(trial => (trial.Split, trial.Figure)),
            SplitRatio.Of(figures.Select(trial => (trial.Split, trial.Input.TestTrainRatio))));
        return new MetricSummary(figures.Count, mean.Difference, mean.Interval);
    }

    /// <summary>
    /// Mean and half width on one line, rounded where the interval makes further digits meaningless: 0.966 ± 0.005. An interval that is cut
    /// at one end has two halves, and is given by its ends: 0.989 [0.974, 1.000]. Equal figures have no spread to judge by, and no "± 0".
    /// </summary>
    public override string ToString()
    {
        double half = Interval.Width / 2;
        if (!Interval.IsBounded)
            return $"{Figures.Number(Mean)} (one trial)";
        if (half == 0 || IsCut)
            return Phrase.Unbroken(Figures.WithInterval(Mean, Interval));
        int decimals = Figures.Decimals(Mean, Interval);
        return half >= 1e-5
            ? Figures.PlusMinus(Figures.Fixed(Mean, decimals), Figures.Fixed(half, decimals))
            : Figures.PlusMinus(
                Math.Abs(Mean) < 1e-3 ? Figures.ShortScientific(Mean) : Figures.Fixed(Mean, decimals), Figures.ShortScientific(half));
    }

    // Rounding alone makes halves differ by far less.
    private bool IsCut => Math.Abs((Interval.High - Mean) - (Mean - Interval.Low)) > 1e-6 * Interval.Width;
}
