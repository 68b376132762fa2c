using FrameworkBench.Experiments.Claims;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The mean over tables is at least the value. Two intervals decide, and only where they agree: the bootstrap's, which
/// follows the skewness of the figures, and Student's, which is wide enough for few tables.
/// </summary>
internal sealed class MeanAcross : ITablesClaimKind
{
    public string Name => "mean_across";

    public ClaimTerm Term { get; } = new(["model", "metric", "value"], ["confidence", "tables"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims) => [.. claims.Select(Judge)];

    private static Finding Judge(TablesEvidence evidence)
    {
        ClaimSpec claim = evidence.Claim;
        double value = claim.Value!.Value;
        BootstrapEstimate mean = Bootstrap.Of(evidence.Figures, confidence: claim.Confidence);
        Interval student = MeanEstimate.Of(evidence.Figures, claim.Confidence).Interval;
        Ruling ruling = Math.Min(mean.Interval.Low, student.Low) >= value ? Ruling.Holds
            : Math.Max(mean.Interval.High, student.High) < value ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string sentence = $"{evidence.ModelTitle.Quoted()} has a mean {MetricWords.Title(claim.Metric)} of "
            + $"{Figures.WithInterval(mean.Estimate, mean.Interval, value)} {evidence.Over}, "
            + $"t interval {Figures.Ends(mean.Estimate, MetricRange.Of(claim.Metric).Cut(student), value)}; "
            + $"required: ≥ {Figures.Number(value)}";
        double p = PairedTTest.Of(evidence.Figures, claim.Confidence).PValueOf(value);
        return new Finding(evidence.Decide(ruling), sentence + evidence.Remark, mean.Estimate, mean.Interval, p);
    }
}
