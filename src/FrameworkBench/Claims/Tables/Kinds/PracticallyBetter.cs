using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// On tables like these the model is better by more than the margin: the Bayesian signed-rank test (Benavoli et al. 2017).
/// Holds when that is as probable as the claim's confidence; does not hold when its contrary is, which is that both are
/// practically equal or the other one is practically better.
/// </summary>
internal sealed class PracticallyBetter : ITablesClaimKind
{
    /// <summary>The region of practical equivalence when a claim gives no margin: one percentage point of accuracy, 0.01 of R².</summary>
    public const double DefaultMargin = 0.01;

    public string Name => "practically_better";

    public ClaimTerm Term { get; } = new(["model", "against", "metric"], ["margin", "confidence", "tables"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims) => [.. claims.Select(Judge)];

    private static Finding Judge(TablesEvidence evidence)
    {
        ClaimSpec claim = evidence.Claim;
        double margin = claim.Margin ?? DefaultMargin;
        RopeProbabilities probable = BayesianSignedRank.Of(evidence.Figures, margin);
        Ruling ruling = probable.Above >= claim.Confidence ? Ruling.Holds
            : probable.Within + probable.Below >= claim.Confidence ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string sentence = $"P({evidence.ModelTitle.Quoted()} better by more than {Figures.Number(margin)}) = {Text(probable.Above)}, P(equal within it) = {Text(probable.Within)}, "
            + $"P({evidence.AgainstTitle.Quoted()} better) = {Text(probable.Below)} in {evidence.Metric} {evidence.Over}, {Figures.Number(claim.Confidence)} asked for";
        return new Finding(evidence.Decide(ruling), sentence + evidence.Remark, probable.Above);
    }

    // The Monte Carlo error is up to 0.002, so that a third decimal would be noise.
    private static string Text(double probability) => Figures.Fixed(probability, 2);
}
