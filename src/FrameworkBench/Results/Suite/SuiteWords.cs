using FrameworkBench.Claims.Tables;
using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Results.Suite;

/// <summary>Tables and pooled leads as the pages of comparisons write them.</summary>
internal static class SuiteWords
{
    /// <summary>The mean lead, with its interval where there are tables enough for one.</summary>
    internal static string Mean(PooledLead lead) => Estimate(lead, lead.Mean);

    /// <summary>The median lead, likewise.</summary>
    internal static string Median(PooledLead lead) => Estimate(lead, lead.Median);

    /// <summary>The engine of a pair, or those of its two models.</summary>
    internal static string Engines(PairOnTables pair) =>
        pair.Engines.First == pair.Engines.Second ? pair.Engines.First : $"{pair.Engines.First} : {pair.Engines.Second}";

    /// <summary>The mean of leads that are shares of the way, likewise.</summary>
    internal static string MeanShare(PooledLead lead) => lead.HasInterval
        ? LeadWords.ShareWithInterval(lead.Mean.Estimate, lead.Mean.Interval) : LeadWords.Share(lead.Mean.Estimate);

    /// <summary>The geometric mean of ratios, of which the leads are logarithms, likewise.</summary>
    internal static string Ratio(PooledLead lead)
    {
        Interval interval = lead.Mean.Interval;
        return LeadWords.Ratio(
            Math.Exp(lead.Mean.Estimate),
            lead.HasInterval ? new Interval(Math.Exp(interval.Low), Math.Exp(interval.High), interval.Confidence)
                : Interval.Unbounded(interval.Confidence));
    }

    /// <summary>A table in a few words: its target and its columns.</summary>
    internal static string Kind(TableTraits traits) =>
        $"{(traits.Table.IsClassification ? "classification" : "regression")}, {(traits.Table.IsMixed ? "mixed" : "numeric")}"
        + traits.IsSmooth switch { true => ", smooth", false => ", not\u00A0smooth", null => "" };

    /// <summary>A rule in words, such as "networks below 1,246 rows, trees from 1,246 rows on".</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="question">What it asks.</param>
    /// <param name="sides">The names of the two sides.</param>
    internal static string Of(FamilyRule rule, FamilyRule.Threshold question, PairSides sides)
    {
        return $"{Side(rule.Below)} {Where(question, below: true)}, {Side(rule.Above)} {Where(question, below: false)}";

        string Side(int side) => side > 0 ? sides.First : sides.Second;
    }

    private static string Where(FamilyRule.Threshold question, bool below) => question switch
    {
        { IsYesOrNo: true, Trait: "with categories" } => below ? "without categories" : "with categories",
        { IsYesOrNo: true, Trait: "regression" } => below ? "for classes" : "for values",
        { IsYesOrNo: true, Trait: "smooth" } => below ? "where the table is not smooth" : "where it is smooth",
        { Trait: "best score" } => $"where the best score is {(below ? "below" : "at least")} {Figures.Number(question.Value)}",
        _ => $"{(below ? "below" : "from")} {Figures.Whole((long)Math.Ceiling(question.Value))} {question.Trait}{(below ? "" : " on")}",
    };

    private static string Estimate(PooledLead lead, BootstrapEstimate estimate) =>
        lead.HasInterval ? LeadWords.WithInterval(estimate.Estimate, estimate.Interval) : LeadWords.Signed(estimate.Estimate);
}
