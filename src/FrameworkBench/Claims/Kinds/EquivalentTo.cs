using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>
/// The paired mean difference of two models lies within the margin: two one-sided tests (Schuirmann 1987), each at the level that an
/// interval of the claim's confidence leaves on one side.
/// </summary>
internal sealed class EquivalentTo : IClaimKind
{
    public string Name => "equivalent";

    public ClaimTerm Term { get; } = new(["model", "against", "metric", "margin"], ["confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        if (evidence.Lead(evidence.Claim.Confidence) is not { } paired)
            return Finding.NotJudged(evidence.WhyNoFigure);
        return Judge(paired, evidence.Claim.Margin!.Value, evidence.Claim.Confidence, evidence.LeadSentence);
    }

    // The interval of confidence 1 − p lies within the margin when both one-sided tests reject at p/2, and outside when one of the others
    // does.
    private static double PValue(MeanDifference lead, double margin) => Math.Min(1, 2 * Math.Min(
        Math.Max(lead.PValueGreaterThan(-margin), lead.PValueLessThan(margin)),
        Math.Min(lead.PValueGreaterThan(margin), lead.PValueLessThan(-margin))));

    /// <summary>Judges whether two models are equivalent.</summary>
    /// <param name="paired">The lead of one over the other.</param>
    /// <param name="margin">The largest difference that counts as none.</param>
    /// <param name="confidence">The required confidence.</param>
    /// <param name="sentence">Says the lead.</param>
    internal static Finding Judge(PairedLead paired, double margin, double confidence, LeadSentence sentence)
    {
        MeanDifference lead = paired.Lead;
        Interval interval = Equivalence.Of(lead, margin, (1 - confidence) / 2).Interval;
        Ruling ruling = interval.LiesWithin(-margin, margin) ? Ruling.Holds
            : interval.Low >= margin || interval.High <= -margin ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string required = $"; required: within ±{Figures.Number(margin)}" + LeastTrials.Remark(paired.Pairs, lead.Count, "pair");
        return new Finding(
            LeastTrials.Decide(ruling, lead.Count), sentence.Of(paired, margin) + required, lead.Difference, interval,
            PValue(lead, margin));
    }
}
