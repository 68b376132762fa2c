using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>The model's paired mean lead over another is more than the margin (zero when none is given).</summary>
internal sealed class Beats : IClaimKind
{
    public string Name => "beats";

    public ClaimTerm Term { get; } = new(["model", "against", "metric"], ["margin", "confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        if (evidence.Lead(evidence.Claim.Confidence) is not { } paired)
            return Finding.NotJudged(evidence.WhyNoFigure);

        double margin = evidence.Claim.Margin ?? 0;
        MeanDifference lead = paired.Lead;
        Interval interval = lead.Interval;
        // Pairs that all differ by exactly the margin, such as identical ones, say nothing: a lead beyond it is neither seen nor ruled out.
        Ruling ruling = interval.Low > margin ? Ruling.Holds
            : interval.High < margin || (interval.High == margin && interval.Width > 0) ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string required = (margin == 0 ? "" : $"; required: > {Figures.Number(margin)}")
            + LeastTrials.Remark(paired.Pairs, lead.Count, "pair");
        return new Finding(
            LeastTrials.Decide(ruling, lead.Count), evidence.LeadSentence.Of(paired, margin) + required, lead.Difference, interval,
            lead.PValueOf(margin));
    }
}
