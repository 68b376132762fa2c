using FrameworkBench.Experiments;

namespace FrameworkBench.Claims;

/// <summary>All that a claim is judged by: the figures of its model and, for a comparison, of the other one, by one engine on one data set.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Model">One observation a trial of the claim's model.</param>
/// <param name="Against">One observation a trial of the model it is compared with; empty when there is none.</param>
/// <param name="HigherIsBetter">Whether a larger figure is the better one.</param>
/// <param name="TestTrainRatio">Test rows over training rows of a split.</param>
public sealed record ClaimEvidence(
    ClaimSpec Claim,
    IReadOnlyList<Observation> Model,
    IReadOnlyList<Observation> Against,
    bool HigherIsBetter,
    double TestTrainRatio)
{
    /// <summary>How far the model leads the one that it is compared with; null without a complete pair.</summary>
    /// <param name="confidence">The confidence of the interval.</param>
    internal PairedLead? Lead(double confidence) => PairedLead.Of(Model, Against, HigherIsBetter, TestTrainRatio, confidence);

    /// <summary>A lead in words.</summary>
    internal string Sentence(PairedLead lead) => lead.Sentence(Claim.Model, Claim.Against!, $"{Claim.Metric}");
}
