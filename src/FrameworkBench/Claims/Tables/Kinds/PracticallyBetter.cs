using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The model is better by more than the margin, by the hierarchical model of Corani et al. (2017): in the mean over tables like
/// these, on one more such table, or on a share of such tables. Holds when that is as probable as the claim's confidence; does
/// not hold when its contrary is. The evidence answers all three.
/// </summary>
internal sealed class PracticallyBetter : ITablesClaimKind
{
    /// <summary>The region of practical equivalence when a claim gives no margin: one percentage point of accuracy, 0.01 of R².</summary>
    public const double DefaultMargin = 0.01;

    public string Name => "practically_better";

    public ClaimTerm Term { get; } = new(["model", "against", "metric"], ["margin", "confidence", "tables", "asks", "share"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims) => [.. claims.Select(Judge)];

    private static Finding Judge(TablesEvidence evidence)
    {
        ClaimSpec claim = evidence.Claim;
        double margin = claim.Margin ?? DefaultMargin;
        if (evidence.Tables.Count < HierarchicalModel.FewestTables)
            return new Finding(Ruling.Inconclusive, $"{evidence.ModelTitle.Quoted()} and {evidence.AgainstTitle.Quoted()} in {evidence.Metric} {evidence.Over}" + evidence.Remark);

        HierarchicalAnswers answers = HierarchicalModel.Of(evidence.Leads).Answer(margin, claim.Confidence);
        (double probable, double estimate, Interval? interval) = claim.Asks switch
        {
            TablesQuestion.Mean => (answers.Mean.Above, answers.MeanLead, answers.MeanInterval),
            TablesQuestion.NextTable => (answers.NextTable.Above, answers.NextTable.Above, null),
            _ => (answers.ChanceOfShare(claim.Share), answers.NextTable.Above, (Interval?)answers.ShareAbove),
        };
        Ruling ruling = probable >= claim.Confidence ? Ruling.Holds
            : 1 - probable >= claim.Confidence ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string sentence = $"{evidence.ModelTitle.Quoted()} against {evidence.AgainstTitle.Quoted()} in {evidence.Metric} {evidence.Over}: "
            + HierarchicalSentence.Of(answers, claim.Asks, claim.Share, probable, claim.Confidence);
        return new Finding(evidence.Decide(ruling), sentence + evidence.Remark, estimate, interval);
    }
}
