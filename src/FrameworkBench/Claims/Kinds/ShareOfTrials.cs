using FrameworkBench.Experiments;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>
/// Judges a claim about how many trials behave in some way, by Wilson's interval of their share, corrected over several splits.
/// </summary>
internal static class ShareOfTrials
{
    /// <summary>
    /// Holds when the whole interval lies at or above the required share, does not hold when it lies below. Failed trials could have gone
    /// either way: the interval reaches from its low end if none of them had behaved as claimed to its high end if all had.
    /// </summary>
    /// <param name="evidence">The claim and its trials.</param>
    /// <param name="behaves">Whether a trial behaves as claimed; one without the figure does not, unless it is endless.</param>
    /// <param name="behavior">What they do, for the sentence: "reached accuracy 1".</param>
    /// <param name="endless">Whether a trial that never got to what the figure counts behaves as claimed.</param>
    public static Finding Judge(ClaimEvidence evidence, Func<double, bool> behaves, string behavior, bool endless = false)
    {
        int count = evidence.Model.Count, failed = evidence.Model.Count(trial => trial.Failed);
        if (count == failed)
            return Finding.NotJudged(count == 0 ? "no trials were run" : $"all {count} trials failed");

        int successes = evidence.Model.Count(trial => trial.Figure is double figure ? behaves(figure) : endless && trial.IsEndless);
        int splits = Distinct(trial => trial.Split), engines = Distinct(trial => trial.Engine);
        Proportion share = Of(successes), most = Of(successes + failed);
        double required = evidence.Claim.Share, estimate = (double)successes / (count - failed);
        var interval = new Interval(share.Interval.Low, most.Interval.High, evidence.Claim.Confidence);
        Ruling ruling = interval.Low >= required ? Ruling.Holds
            : interval.High < required ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string trials = Counting.Of(count, "trial");
        string on = (splits > 1 ? $" on {Counting.Of(splits, "split")}" : evidence.AllRowsTrain ? "" : " on this split")
            + (engines > 1 ? $" across {engines} engines" : "");
        string finished = failed == 0 ? trials : Counting.Of(count - failed, "finished trial");
        string sentence = $"{successes} of {finished} of {evidence.ModelTitle.Quoted()}{on} {behavior}: {Figures.Percent(estimate)} "
            + $"[{Figures.Percent(interval.Low)}, {Figures.Percent(interval.High)}]; required: ≥ {Figures.Percent(required)}"
            + (failed == 0 ? "" : $"; {Counting.Of(failed, "failed trial")} may have gone either way");
        string remark = ruling switch
        {
            Ruling.DoesNotHold => Seen(evidence),
            Ruling.Inconclusive when Of(count).Interval.Low < required => splits == 1 && engines == 1
                ? $"; {trials} cannot prove {Figures.Percent(required)}; "
                    + $"at least {Proportion.FewestFor(required, evidence.Claim.Confidence)} are needed"
                : $"; even all trials{on} would not prove {Figures.Percent(required)}",
            _ => "",
        };
        bool agree = share.Share >= required == most.Share >= required;
        double p = agree ? Math.Max(share.PValueOf(required), most.PValueOf(required)) : 1;
        return new Finding(ruling, sentence + remark, estimate, interval, p) { Contrary = count - failed - successes };

        Proportion Of(int behaving) => Proportion.OverSplits(
            behaving, count, splits, evidence.TestTrainRatio, evidence.Claim.Confidence, engines);

        int Distinct<T>(Func<Observation, T> of) => evidence.Model.Select(of).Distinct().Count();
    }

    /// <summary>A value of a figure that trials reach or not: "accuracy 0.95", "9 passes".</summary>
    internal static string Value(MetricReference metric, double value) => MetricWords.Amount(metric) is { } unit
        ? $"{Figures.Number(value)} {unit}"
        : $"{MetricWords.Title(metric)} {Figures.Number(value)}";

    // A refuted claim says what was seen instead.
    private static string Seen(ClaimEvidence evidence)
    {
        double[] figures = [.. evidence.Model.Select(trial => trial.Figure).OfType<double>().Order()];
        int without = evidence.Model.Count - figures.Length;
        string missing = without > 0 ? $"; {Counting.Of(without, "trial")} without {MetricWords.Title(evidence.Claim.Metric)}" : "";
        return figures.Length == 0 ? missing
            : figures[0] == figures[^1] ? $"; all gave {Figures.Number(figures[0])}{missing}"
            : $"; median {Figures.Number(Quantiles.Median(figures))}, "
                + $"range {Figures.Number(figures[0])} to {Figures.Number(figures[^1])}{missing}";
    }
}
