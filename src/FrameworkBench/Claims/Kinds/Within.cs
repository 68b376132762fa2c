using FrameworkBench.Experiments.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Kinds;

/// <summary>The mean lies within a margin of the value.</summary>
internal sealed class Within : IClaimKind
{
    public string Name => "within";

    public ClaimTerm Term { get; } = new(["model", "metric", "value", "margin"], ["confidence", "dataset"]);

    public Finding Judge(ClaimEvidence evidence)
    {
        double value = evidence.Claim.Value!.Value, margin = evidence.Claim.Margin!.Value;
        return MeanOfTrials.Judge(evidence, value - margin, value + margin, $"{Figures.Number(value)} ± {Figures.Number(margin)}");
    }
}
