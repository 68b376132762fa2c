using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The mean over the tables of one slice is larger than over those of another by more than the margin (zero when none is
/// given). Two intervals of the difference decide, and only where they agree: the bootstrap's and Welch's.
/// </summary>
internal sealed class LargerOn : ITablesClaimKind
{
    public string Name => "larger_on";

    public ClaimTerm Term { get; } = new(["model", "metric", "tables", "against_tables"], ["margin", "confidence"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims) => [.. claims.Select(Judge)];

    private static Finding Judge(TablesEvidence evidence)
    {
        ClaimSpec claim = evidence.Claim;
        double margin = claim.Margin ?? 0;
        IReadOnlyList<double> own = evidence.Figures, other = evidence.AgainstFigures;
        BootstrapEstimate difference = Bootstrap.OfDifference(own, other, confidence: claim.Confidence);
        MeanDifference test = WelchTTest.Of(own, other, claim.Confidence);
        Interval welch = test.Interval;
        Ruling ruling = Math.Min(difference.Interval.Low, welch.Low) > margin ? Ruling.Holds
            : Math.Max(difference.Interval.High, welch.High) <= margin ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        int decimals = Figures.Decimals(difference.Estimate, difference.Interval);
        string sentence = $"{evidence.ModelTitle.Quoted()} has a mean {MetricWords.Title(claim.Metric)} of "
            + $"{Figures.Fixed(own.Average(), decimals)} over {own.Count} {SliceWords.Of(claim.Tables!)} "
            + $"and {Figures.Fixed(other.Average(), decimals)} over {other.Count} {SliceWords.Of(claim.AgainstTables!)}: "
            + $"difference {Figures.WithInterval(difference.Estimate, difference.Interval, margin)}, "
            + "Welch interval "
            + $"{Figures.Ends(difference.Estimate, welch, margin)}{(margin == 0 ? "" : $"; required: > {Figures.Number(margin)}")}";
        return new Finding(
            evidence.Decide(ruling), sentence + evidence.Remark, difference.Estimate, difference.Interval, test.PValueOf(margin));
    }
}
