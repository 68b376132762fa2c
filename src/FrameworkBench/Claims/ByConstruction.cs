using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims;

/// <summary>
/// Sets apart what is true by construction: a theorem, or a run in which nothing is random. Its trials show that the code does what it
/// must, and no number of them is evidence of how often something happens.
/// </summary>
internal static class ByConstruction
{
    /// <summary>
    /// The finding of a claim that is true by construction: all trials agree, or one contradicts it and the claim does not hold.
    /// </summary>
    /// <param name="claim">The claim; a finding of one that is not by construction stays as it is.</param>
    /// <param name="finding">What its test found.</param>
    public static Finding Mark(ClaimSpec claim, Finding finding)
    {
        if (claim.ByConstruction is not { } reason || finding.Ruling == Ruling.NotJudged)
            return finding;
        bool agrees = finding.Contrary is { } contrary ? contrary == 0 : finding.Ruling == Ruling.Holds;
        return finding with
        {
            Ruling = agrees ? Ruling.ByConstruction : Ruling.DoesNotHold,
            Evidence = $"{finding.Evidence}; by construction: {reason}",
            PValue = null,
        };
    }
}
