using FrameworkBench.Experiments;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>
/// Judges a claim about how many trials behave in some way, by Wilson's interval of their share, corrected over several splits.
/// </summary>
internal static class ShareOfTrials
{
    /// <summary>Holds when the whole interval lies at or above the required share, does not hold when it lies below.</summary>
    /// <param name="evidence">The claim and its trials.</param>
    /// <param name="behaves">Whether a trial behaves as claimed; one without the figure never does.</param>
    /// <param name="behavior">What they do, for the sentence: "reached accuracy 1".</param>
    public static Finding Judge(ClaimEvidence evidence, Func<double, bool> behaves, string behavior)
    {
        int count = evidence.Model.Count;
        if (count == 0)
            return Finding.NotJudged("no trials were run");

        int successes = evidence.Model.Count(trial => trial.Figure is double figure && behaves(figure));
        int splits = Distinct(trial => trial.Split), engines = Distinct(trial => trial.Engine);
        var share = Proportion.OverSplits(successes, count, splits, evidence.TestTrainRatio, evidence.Claim.Confidence, engines);
        double required = evidence.Claim.Share;
        Ruling ruling = share.Interval.Low >= required ? Ruling.Holds
            : share.Interval.High < required ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string trials = Counting.Of(count, "trial");
        string on = (splits > 1 ? $" on {Counting.Of(splits, "split")}" : evidence.AllRowsTrain ? "" : " on this split")
            + (engines > 1 ? $" across {engines} engines" : "");
        string sentence = $"{successes} of {trials} of {evidence.ModelTitle.Quoted()}{on} {behavior}: {Figures.Percent(share.Share)} "
            + $"[{Figures.Percent(share.Interval.Low)}, {Figures.Percent(share.Interval.High)}]; required: ≥ {Figures.Percent(required)}";
        string remark = ruling switch
        {
            Ruling.DoesNotHold => Seen(evidence),
            Ruling.Inconclusive when Proportion.OverSplits(
                count, count, splits, evidence.TestTrainRatio, evidence.Claim.Confidence, engines).Interval.Low < required => splits == 1
                && engines == 1
                ? $"; {trials} cannot prove {Figures.Percent(required)}; "
                    + $"at least {Proportion.FewestFor(required, evidence.Claim.Confidence)} are needed"
                : $"; even all trials{on} would not prove {Figures.Percent(required)}",
            _ => "",
        };
        return new Finding(ruling, sentence + remark, share.Share, share.Interval, share.PValueOf(required));

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
