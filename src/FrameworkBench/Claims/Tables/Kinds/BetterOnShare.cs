using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The model's mean lead is more than the margin (zero when none is given) on at least a share of the tables, by the exact
/// interval. A table on which it is not counts against the claim, be it within the margin or beyond it on the other side.
/// </summary>
internal sealed class BetterOnShare : ITablesClaimKind
{
    public string Name => "better_on_share";

    public ClaimTerm Term { get; } = new(["model", "against", "metric", "share"], ["margin", "confidence", "tables"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims) => [.. claims.Select(Judge)];

    private static Finding Judge(TablesEvidence evidence)
    {
        ClaimSpec claim = evidence.Claim;
        double margin = claim.Margin ?? 0;
        var counts = WinTieLoss.Of(evidence.Figures, margin);
        var share = ExactShare.Of(counts.Wins, evidence.Figures.Count, claim.Confidence);
        Ruling ruling = share.Interval.Low >= claim.Share ? Ruling.Holds
            : share.Interval.High < claim.Share ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string ties = counts.Ties == 0 ? "" : $" ({counts.Ties} {(margin > 0 ? $"within ±{Figures.Number(margin)}" : "tied")})";
        string sentence = $"{evidence.ModelTitle.Quoted()} leads {evidence.AgainstTitle.Quoted()} in "
            + $"{evidence.Metric}{(margin > 0 ? $" by more than {Figures.Number(margin)}" : "")}"
            + $" on {counts.Wins} of {Counting.Of(evidence.Figures.Count, "table")}{ties}: {Figures.Percent(share.Share)} "
            + $"[{Figures.Percent(share.Interval.Low)}, {Figures.Percent(share.Interval.High)}]; required: ≥ {Figures.Percent(claim.Share)}"
            + (ruling == Ruling.Inconclusive && counts.Wins == evidence.Figures.Count && LeastTables.AreEnough(evidence)
                ? $"; {Counting.Of(counts.Wins, "table")} cannot prove {Figures.Percent(claim.Share)}; "
                    + $"at least {ExactShare.FewestFor(claim.Share, claim.Confidence)} are needed"
                : "");
        return new Finding(evidence.Decide(ruling), sentence + evidence.Remark, share.Share, share.Interval, share.PValueOf(claim.Share));
    }
}
