using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The model is better by more than the margin, by the hierarchical model of Corani et al. (2017): in the mean over tables like
/// these, on one more such table, or on a share of such tables. The mean and the share are decided by their interval, as other
/// claims are; the next table by its probability, which must reach the claim's confidence. The evidence answers all three.
/// </summary>
internal sealed class PracticallyBetter : ITablesClaimKind
{
    /// <summary>The region of practical equivalence when a claim gives no margin: one percentage point of accuracy, 0.01 of R².</summary>
    public const double DefaultMargin = 0.01;

    public string Name => "practically_better";

    public ClaimTerm Term { get; } = new(["model", "against", "metric"], ["margin", "confidence", "tables", "asks", "share"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims)
    {
        // Claims that ask different questions of the same tables share one posterior.
        var known = new List<(IReadOnlyList<TableLead> Leads, HierarchicalAnswers Answers)>();
        return [.. claims.Select(evidence => evidence.Tables.Count < HierarchicalModel.FewestTables ? TooFew(evidence) : Judge(evidence, AnswersTo(evidence)))];

        HierarchicalAnswers AnswersTo(TablesEvidence evidence)
        {
            (IReadOnlyList<TableLead> leads, double margin, double confidence) = (evidence.Leads, evidence.Claim.Margin ?? DefaultMargin, evidence.Claim.Confidence);
            int at = known.FindIndex(one => one.Answers.Margin == margin && one.Answers.MeanInterval.Confidence == confidence && one.Leads.SequenceEqual(leads));
            if (at >= 0)
                return known[at].Answers;
            known.Add((leads, HierarchicalModel.Of(leads).Answer(margin, confidence)));
            return known[^1].Answers;
        }
    }

    private static Finding Judge(TablesEvidence evidence, HierarchicalAnswers answers)
    {
        ClaimSpec claim = evidence.Claim;
        Finding finding = claim.Asks switch
        {
            TablesQuestion.Mean => OfInterval(answers.MeanLead, answers.MeanInterval, answers.MeanInterval.Low > answers.Margin, answers.MeanInterval.High <= answers.Margin, answers.Mean.Above),
            TablesQuestion.NextTable => OfNextTable(answers.NextTable.Above, claim.Confidence),
            _ => OfInterval(answers.NextTable.Above, answers.ShareAbove, answers.ShareAbove.Low >= claim.Share, answers.ShareAbove.High < claim.Share, answers.ChanceOfShare(claim.Share)),
        };
        string sentence = $"{evidence.ModelTitle.Quoted()} against {evidence.AgainstTitle.Quoted()} in {evidence.Metric} {evidence.Over}: "
            + HierarchicalSentence.Of(answers, claim.Asks, claim.Share, claim.Confidence);
        return finding with { Ruling = evidence.Decide(finding.Ruling), Evidence = sentence + evidence.Remark };
    }

    private static Finding OfInterval(double estimate, Interval interval, bool holds, bool fails, double probable) =>
        new(holds ? Ruling.Holds : fails ? Ruling.DoesNotHold : Ruling.Inconclusive, "", estimate, interval, 2 * Math.Min(probable, 1 - probable));

    // A prediction has no interval: its own probability is what is required, and the chance of being wrong is the p value.
    private static Finding OfNextTable(double probable, double confidence) => new(
        probable >= confidence ? Ruling.Holds : 1 - probable >= confidence ? Ruling.DoesNotHold : Ruling.Inconclusive,
        "", probable, PValue: Math.Min(probable, 1 - probable));

    private static Finding TooFew(TablesEvidence evidence) =>
        new(Ruling.Inconclusive, $"{evidence.ModelTitle.Quoted()} and {evidence.AgainstTitle.Quoted()} in {evidence.Metric} {evidence.Over}" + evidence.Remark);
}
