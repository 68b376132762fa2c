using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Kinds;

/// <summary>The model's paired mean lead over another is more than the margin (zero when none is given).</summary>
internal sealed class Beats : IClaimKind
{
    public string Name => "beats";

    public ClaimTerm Term { get; } = new(["model", "against", "metric"], ["margin", "confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        if (PairedTrials.Compare(evidence, evidence.Claim.Confidence) is not var (lead, incomplete))
            return Finding.NotJudged("no pair of trials was run");

        double margin = evidence.Claim.Margin ?? 0;
        Interval interval = lead.Interval;
        Ruling ruling = interval.Low > margin ? Ruling.Holds
            : interval.High <= margin ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string asked = $", more than {Figures.Number(margin)} asked for" + LeastTrials.Remark(lead.Count);
        return new Finding(LeastTrials.Decide(ruling, lead.Count), PairedTrials.Sentence(evidence, lead, incomplete) + asked, lead.Difference, interval);
    }
}
