using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Kinds;

/// <summary>Judges a claim about how many trials behave in some way, by Wilson's interval of their share, corrected over several splits.</summary>
internal static class ShareOfTrials
{
    /// <summary>Holds when the whole interval lies at or above the share asked for, does not hold when it lies below.</summary>
    /// <param name="evidence">The claim and its trials.</param>
    /// <param name="behaves">Whether a trial behaves as claimed; one without the figure never does.</param>
    /// <param name="behaviour">What they do, for the sentence: "reached accuracy 1".</param>
    public static Finding Judge(ClaimEvidence evidence, Func<double, bool> behaves, string behaviour)
    {
        if (evidence.Model.Count == 0)
            return Finding.NotJudged("no trial was run");

        int successes = evidence.Model.Count(trial => trial.Figure is double figure && behaves(figure));
        int splits = evidence.Model.Select(trial => trial.Split).Distinct().Count();
        Proportion share = Proportion.OverSplits(successes, evidence.Model.Count, splits, evidence.TestTrainRatio, evidence.Claim.Confidence);
        double asked = evidence.Claim.Share;
        Ruling ruling = share.Interval.Low >= asked ? Ruling.Holds
            : share.Interval.High < asked ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string sentence = $"{successes} of {TrialCount.Of(evidence.Model.Count, splits == 1 ? evidence.Model.Count : splits, "trial")} {behaviour}: {Figures.Percent(share.Share)} "
            + $"[{Figures.Percent(share.Interval.Low)}, {Figures.Percent(share.Interval.High)}], {Figures.Percent(asked)} asked for";
        return new Finding(ruling, sentence, share.Share, share.Interval);
    }
}
