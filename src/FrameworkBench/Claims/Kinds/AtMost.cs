using FrameworkBench.Experiments.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>The mean is at most the value.</summary>
internal sealed class AtMost : IClaimKind
{
    public string Name => "at_most";

    public ClaimTerm Term { get; } = new(["model", "metric", "value"], ["confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        double value = evidence.Claim.Value!.Value;
        return MeanOfTrials.Judge(evidence, double.NegativeInfinity, value, $"≤ {Figures.Number(value)}");
    }
}
