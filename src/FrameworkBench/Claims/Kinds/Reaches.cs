using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims.Kinds;

/// <summary>At least a share of the trials get at least as good a figure as the value.</summary>
internal sealed class Reaches : IClaimKind
{
    public string Name => "reaches";

    public ClaimTerm Term { get; } = new(["model", "metric", "value"], ["share", "confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        double value = evidence.Claim.Value!.Value;
        return ShareOfTrials.Judge(
            evidence,
            figure => evidence.HigherIsBetter ? figure >= value : figure <= value,
            $"{(evidence.HigherIsBetter ? "reached" : "stayed at or below")} {ShareOfTrials.Value(evidence.Claim.Metric, value)}");
    }
}
