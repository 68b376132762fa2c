using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims.Kinds;

/// <summary>
/// At least a share of the trials stay worse than the value. A trial without the figure does not count as staying so, but a perceptron
/// without passes does: it is never free of errors.
/// </summary>
internal sealed class NeverReaches : IClaimKind
{
    public string Name => "never_reaches";

    public ClaimTerm Term { get; } = new(["model", "metric", "value"], ["share", "confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        double value = evidence.Claim.Value!.Value;
        return ShareOfTrials.Judge(
            evidence,
            figure => evidence.HigherIsBetter ? figure < value : figure > value,
            $"stayed {(evidence.HigherIsBetter ? "below" : "above")} {ShareOfTrials.Value(evidence.Claim.Metric, value)}",
            endless: true);
    }
}
