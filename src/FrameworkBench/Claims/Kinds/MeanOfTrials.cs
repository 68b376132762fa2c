using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>Judges a claim about a mean over trials by the same interval as tables and pictures show.</summary>
internal static class MeanOfTrials
{
    // 0.9 − 0.8 is not less than 0.1.
    private const double Rounding = 1e-12;

    /// <summary>Holds when the whole interval lies in the claimed range, does not hold when it lies outside.</summary>
    /// <param name="evidence">The claim and its trials.</param>
    /// <param name="low">Lower end of the claimed range.</param>
    /// <param name="high">Upper end of the claimed range.</param>
    /// <param name="required">The range in words.</param>
    public static Finding Judge(ClaimEvidence evidence, double low, double high, string required)
    {
        var cells =
            EngineCells<Observation>.Of(
                [.. evidence.Model.Where(trial => trial.Figure is not null)], trial => (trial.Engine, trial.Split, trial.Seed));
        int trials = cells.Cells.Count, without = evidence.Model.Count - (trials * cells.Engines);
        if (trials == 0)
            return Finding.NotJudged(without == 0 ? "no trials were run" : evidence.WhyNoFigure);

        MeanDifference mean =
            MeanOverSplits.Of(cells.Means(trial => trial.Figure!.Value), evidence.TestTrainRatio, evidence.Claim.Confidence);
        Interval interval = mean.Interval;
        double rounding = Rounding * Math.Max(1, Math.Abs(mean.Difference));
        Ruling ruling = interval.Low >= low - rounding && interval.High <= high + rounding ? Ruling.Holds
            : interval.High < low - rounding || interval.Low > high + rounding ? Ruling.DoesNotHold
            : Ruling.Inconclusive;

        // The sentence reports what is possible; the whole interval decides.
        interval = MetricRange.Of(evidence.Claim.Metric).Cut(interval);
        string figure = Figures.WithInterval(mean.Difference, interval, low, high);
        string seen = MetricWords.Amount(evidence.Claim.Metric) is { } unit
            ? $"{evidence.ModelTitle.Quoted()} needs {figure} {unit} on average"
            : $"{evidence.ModelTitle.Quoted()} has a mean {MetricWords.Title(evidence.Claim.Metric)} of {figure}";
        string sentence =
            $"{seen} over {TrialCount.Of(trials, cells.Splits, cells.Engines, "trial", evidence.AllRowsTrain)}; required: {required}"
            + (without > 0 ? $"; {Counting.Of(without, "trial")} left out because {WhyLeftOut(evidence)}" : "")
            + LeastTrials.Remark(trials, mean.Count, "trial");
        return new Finding(
            LeastTrials.Decide(ruling, mean.Count), sentence, mean.Difference, interval, PValue(mean, low, high, rounding))
        {
            Contrary = evidence.Model.Count(trial => trial.Figure < low - rounding || trial.Figure > high + rounding),
        };
    }

    private static string WhyLeftOut(ClaimEvidence evidence) => evidence.Model.All(trial => trial.Figure is not null)
        ? "not every engine has a trial of the same split and seed" : "a figure is missing";

    // The interval of confidence 1 − α lies in the range when it lies above its low end and below its high end, and outside when it lies
    // below the one or above the other. An end at infinity is no test.
    private static double PValue(MeanDifference mean, double low, double high, double rounding)
    {
        // Without spread an interval of any confidence decides alike.
        if (mean.StandardError <= rounding && (Math.Abs(mean.Difference - low) <= rounding || Math.Abs(mean.Difference - high) <= rounding))
            return 0;
        double above = double.IsFinite(low) ? mean.PValueGreaterThan(low) : 0,
        below = double.IsFinite(high) ? mean.PValueLessThan(high) : 0;
        double outside =
            Math.Min(double.IsFinite(low) ? mean.PValueLessThan(low) : 1, double.IsFinite(high) ? mean.PValueGreaterThan(high) : 1);
        return Math.Min(1, 2 * Math.Min(Math.Max(above, below), outside));
    }
}
