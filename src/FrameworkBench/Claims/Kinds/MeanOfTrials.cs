using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>Judges a claim about a mean over trials by the same interval as tables and pictures show.</summary>
internal static class MeanOfTrials
{
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
        Ruling ruling = interval.Low >= low && interval.High <= high ? Ruling.Holds
            : interval.High < low || interval.Low > high ? Ruling.DoesNotHold
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
        return new Finding(LeastTrials.Decide(ruling, mean.Count), sentence, mean.Difference, interval, PValue(mean, low, high));
    }

    private static string WhyLeftOut(ClaimEvidence evidence) => evidence.Model.All(trial => trial.Figure is not null)
        ? "not every engine has a trial of the same split and seed" : "a figure is missing";

    // The interval of confidence 1 − α lies in the range when it lies above its low end and below its high end, and outside when it lies
    // below the one or above the other. An end at infinity is no test.
    private static double PValue(MeanDifference mean, double low, double high)
    {
        double above = double.IsFinite(low) ? mean.PValueGreaterThan(low) : 0,
        below = double.IsFinite(high) ? mean.PValueLessThan(high) : 0;
        double outside =
            Math.Min(double.IsFinite(low) ? mean.PValueLessThan(low) : 1, double.IsFinite(high) ? mean.PValueGreaterThan(high) : 1);
        return Math.Min(1, 2 * Math.Min(Math.Max(above, below), outside));
    }
}
