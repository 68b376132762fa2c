using FrameworkBench.Experiments.Claims;
using FrameworkBench.Scoring;

namespace FrameworkBench.Claims.Register;

/// <summary>The version of all that turns outcomes into verdicts.</summary>
public static class VerdictRules
{
    /// <summary>
    /// Part of every frozen claim. Count it up when a change of the code could change a verdict of the same outcomes: the test of a kind of
    /// claim, how engines are pooled, a score, or how rows are divided. The claims that it could concern must then be frozen again.
    /// </summary>
    /// <remarks>
    /// 3, for shares of trials by a figure that only the engine can measure: an engine that measures no such thing is not judged; its
    /// trials had counted as contrary. 3, for <c>practically_better</c> about a share: the exact interval of the counted tables must agree.
    /// 2: stricter intervals of shares and of equivalence.
    /// </remarks>
    public static int VersionFor(ClaimSpec claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        bool isNew = claim.Kind is "reaches" or "never_reaches" && TrialFigures.IsMeasuredByEngine(claim.Metric)
            || claim is { Kind: "practically_better", Asks: TablesQuestion.Share };
        return isNew ? 3 : 2;
    }
}
