using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Kinds;

/// <summary>The paired mean difference of two models lies within the margin: two one-sided tests (Schuirmann 1987).</summary>
internal sealed class EquivalentTo : IClaimKind
{
    public string Name => "equivalent";

    public ClaimTerm Term { get; } = new(["model", "against", "metric", "margin"], ["confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        // Two one-sided tests at level α are an interval of confidence 1 − 2α.
        double significance = 1 - evidence.Claim.Confidence;
        if (PairedTrials.Compare(evidence, 1 - (2 * significance)) is not var (lead, incomplete))
            return Finding.NotJudged("no pair of trials was run");

        double margin = evidence.Claim.Margin!.Value;
        Interval interval = Equivalence.Of(lead, margin, significance).Interval;
        Ruling ruling = interval.LiesWithin(-margin, margin) ? Ruling.Holds
            : interval.Low >= margin || interval.High <= -margin ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string asked = $", within ±{Figures.Number(margin)} asked for" + LeastTrials.Remark(lead.Count);
        return new Finding(LeastTrials.Decide(ruling, lead.Count), PairedTrials.Sentence(evidence, lead, incomplete) + asked, lead.Difference, interval);
    }
}
