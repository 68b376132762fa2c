using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;
using FrameworkBench.Statistics.Ranking;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables.Kinds;

/// <summary>
/// The model is better by more than the margin, by the hierarchical model of Corani et al. (2017): in the mean over tables like
/// these, on one more such table, or on a share of such tables. The mean and the share are decided by their interval, as other
/// claims are; the next table by its probability, which must reach the claim's confidence. The evidence answers all three. The margin is
/// one of the metric, or a share of the way from the constant model to the best one; leads are then shares too.
/// </summary>
internal sealed class PracticallyBetter : ITablesClaimKind
{
    /// <summary>The region of practical equivalence when a claim gives no margin: one percentage point of accuracy, 0.01 of R².</summary>
    public const double DefaultMargin = 0.01;

    public string Name => "practically_better";

    public ClaimTerm Term { get; } =
        new(["model", "against", "metric"], ["margin", "margin_share", "confidence", "tables", "asks", "share"]);

    public IReadOnlyList<Finding> Judge(IReadOnlyList<TablesEvidence> claims)
    {
        // Claims that ask different questions of the same tables share one posterior.
        var known = new List<(IReadOnlyList<TableLead> Leads, HierarchicalAnswers Answers)>();
        return [
            .. claims.Select(
                evidence => evidence.Tables.Count < HierarchicalModel.FewestTables
                ? TooFew(evidence) : Judge(evidence, Answers(evidence)))];

        HierarchicalAnswers Answers(TablesEvidence evidence)
        {
            IReadOnlyList<TableLead> leads = evidence.Leads;
            double margin = evidence.Claim.MarginShare ?? evidence.Claim.Margin ?? DefaultMargin, confidence = evidence.Claim.Confidence;
            HierarchicalAnswers? answers = known
                .Find(one => one.Answers.Margin == margin && one.Answers.MeanInterval.Confidence == confidence
                    && one.Leads.SequenceEqual(leads))
                .Answers;
            if (answers is null)
                known.Add((leads, answers = HierarchicalModel.Of(leads).Answer(margin, confidence)));
            return answers;
        }
    }

    private static Finding Judge(TablesEvidence evidence, HierarchicalAnswers answers)
    {
        ClaimSpec claim = evidence.Claim;
        Finding finding = claim.Asks switch
        {
            TablesQuestion.Mean => OfMean(answers),
            TablesQuestion.NextTable => OfNextTable(answers.NextTable.Above, claim.Confidence),
            _ => OfShare(evidence, answers),
        };
        string sentence = $"{evidence.ModelTitle.Quoted()} against {evidence.AgainstTitle.Quoted()} in {evidence.Metric} {evidence.Over}: "
            + HierarchicalSentence.Of(answers, claim);
        return finding with { Ruling = evidence.Decide(finding.Ruling), Evidence = sentence + finding.Evidence + evidence.Remark };
    }

    private static Finding OfMean(HierarchicalAnswers answers)
    {
        Interval mean = answers.MeanInterval;
        Ruling ruling = mean.Low > answers.Margin ? Ruling.Holds : mean.High <= answers.Margin ? Ruling.DoesNotHold : Ruling.Inconclusive;
        return new Finding(ruling, "", answers.MeanLead, mean, TwoSided(answers.Mean.Above));
    }

    // Where tables have heavy tails the model's interval of a share far from one half lies too low. The exact interval of the counted
    // tables has the last word: both must agree.
    private static Finding OfShare(TablesEvidence evidence, HierarchicalAnswers answers)
    {
        double share = evidence.Claim.Share;
        Interval tables = answers.ShareAbove;
        int ahead = WinTieLoss.Of(evidence.Figures, answers.Margin).Wins;
        var counted = ExactShare.Of(ahead, evidence.Figures.Count, evidence.Claim.Confidence);
        Ruling ruling = Math.Min(tables.Low, counted.Interval.Low) >= share ? Ruling.Holds
            : Math.Max(tables.High, counted.Interval.High) < share ? Ruling.DoesNotHold
            : Ruling.Inconclusive;
        string sentence = $"; counted: {ahead} of {Counting.Of(evidence.Figures.Count, "table")}, "
            + $"{Figures.Percent(counted.Share)} [{Figures.Percent(counted.Interval.Low)}, {Figures.Percent(counted.Interval.High)}]";
        return new Finding(
            ruling, sentence, answers.NextTable.Above, tables, Math.Max(TwoSided(answers.ChanceOfShare(share)), counted.PValueOf(share)));
    }

    // A prediction has no interval: its own probability is what is required, and the chance of being wrong is the p value.
    private static Finding OfNextTable(double probable, double confidence)
    {
        Ruling ruling = probable >= confidence ? Ruling.Holds : 1 - probable >= confidence ? Ruling.DoesNotHold : Ruling.Inconclusive;
        return new Finding(ruling, "", probable, PValue: Math.Min(probable, 1 - probable));
    }

    private static double TwoSided(double probable) => 2 * Math.Min(probable, 1 - probable);

    private static Finding TooFew(TablesEvidence evidence)
    {
        string sentence = $"{evidence.ModelTitle.Quoted()} against {evidence.AgainstTitle.Quoted()} in {evidence.Metric} {evidence.Over}";
        return new Finding(Ruling.Inconclusive, sentence + evidence.Remark);
    }
}
