using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The model's lead is on average more than the margin (zero when none is given). Two tests decide, and only where they
/// agree: the bootstrap interval of the mean over tables, which a table far from the others sways, and Wilcoxon's test by
/// ranks, which it does not. Wilcoxon's p value is adjusted by Holm for all such claims of the experiment.
/// </summary>
internal sealed class BetterAcross : ITablesClaimKind
{
    public string Name => "better_across";

    public ClaimTerm Term { get; } = new(["model", "against", "metric"], ["margin", "confidence", "tables"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims)
    {
        WilcoxonSignedRank[] tests =
            [.. claims.Select(
                evidence => WilcoxonSignedRank.Of([.. evidence.Figures.Select(lead => lead - (evidence.Claim.Margin ?? 0))]))];
        IReadOnlyList<double> adjusted = HolmCorrection.Adjust([.. tests.Select(test => test.PValue)]);
        return [.. claims.Select((evidence, i) => Judge(evidence, tests[i], adjusted[i], claims.Count))];
    }

    private static Finding Judge(TablesEvidence evidence, WilcoxonSignedRank test, double adjusted, int claims)
    {
        ClaimSpec claim = evidence.Claim;
        double margin = claim.Margin ?? 0;
        BootstrapEstimate mean = Bootstrap.Of(evidence.Figures, confidence: claim.Confidence);
        bool significant = adjusted < 1 - claim.Confidence;
        Ruling ruling = mean.Interval.Low > margin && significant && test.RankBiserial > 0 ? Ruling.Holds
            : mean.Interval.High <= margin && significant && test.RankBiserial < 0 ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string holm = claims == 1 ? "" : $" (Holm-adjusted for {claims} claims: p {Figures.PValue(adjusted)})";
        string sentence = $"{evidence.LeadSentence.Of(mean.Estimate, mean.Interval, margin)} {evidence.Over}, "
            + $"median lead {Figures.Fixed(Quantiles.Median(evidence.Figures), Figures.Decimals(mean.Estimate, mean.Interval))}, "
            + $"Wilcoxon p {Figures.PValue(test.PValue)}{holm}{(margin == 0 ? "" : $"; required: > {Figures.Number(margin)}")}";
        return new Finding(evidence.Decide(ruling), sentence + evidence.Remark, mean.Estimate, mean.Interval, adjusted);
    }
}
