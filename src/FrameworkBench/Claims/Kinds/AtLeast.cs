using FrameworkBench.Experiments.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>The mean is at least the value.</summary>
internal sealed class AtLeast : IClaimKind
{
    public string Name => "at_least";

    public ClaimTerm Term { get; } = new(["model", "metric", "value"], ["confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        double value = evidence.Claim.Value!.Value;
        return MeanOfTrials.Judge(evidence, value, double.PositiveInfinity, $"≥ {Figures.Number(value)}");
    }
}
