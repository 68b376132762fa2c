using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Hierarchical;

namespace FrameworkBench.Wording;

/// <summary>
/// The three answers about many tables in words: "mean lead 0.021 [0.004, 0.038] (required: > 0.01); next table: lead above
/// 0.01 with probability 62 %, within ±0.01 30 %, behind 8 %; share of tables with a lead above 0.01: 62 % [41 %, 74 %]". A claim whose
/// margin is a share of the way says leads and margin in percent of it.
/// </summary>
internal static class HierarchicalSentence
{
    /// <summary>Says the answers, and at the one that the claim asks what is required of it.</summary>
    /// <param name="answers">The answers, in the unit of the claim's margin.</param>
    /// <param name="claim">The claim: its question, and the share or the confidence that is required.</param>
    public static string Of(HierarchicalAnswers answers, ClaimSpec claim)
    {
        bool inShares = claim.MarginShare is not null;
        string margin = inShares ? Figures.Percent(answers.Margin) : Figures.Number(answers.Margin);
        string of = inShares ? " of the way" : "";
        RopeProbabilities next = answers.NextTable;
        return $"mean lead {(inShares ? Way(answers) : Figures.WithInterval(answers.MeanLead, answers.MeanInterval, answers.Margin))}"
            + $"{Required(TablesQuestion.Mean, $"> {margin}")}; "
            + $"next table: lead above {margin}{of} with probability {Percent(next.Above)}"
            + $"{Required(TablesQuestion.NextTable, $"≥ {Figures.Percent(claim.Confidence)}")}, "
            + $"within ±{margin} {Percent(next.Within)}, behind {Percent(next.Below)}; "
            + $"share of tables with a lead above {margin}{of}: {Percent(next.Above)} [{End(answers.ShareAbove.Low)}, "
            + $"{End(answers.ShareAbove.High)}]"
            + Required(TablesQuestion.Share, $"≥ {Figures.Percent(claim.Share)}");

        string Required(TablesQuestion question, string what) => question == claim.Asks ? $" (required: {what})" : "";
        string End(double end) => $"{Figures.End(100 * end, 0, claim.Asks == TablesQuestion.Share ? 100 * claim.Share : double.NaN)} %";
    }

    private static string Way(HierarchicalAnswers answers)
    {
        Interval mean = answers.MeanInterval, percent = new(100 * mean.Low, 100 * mean.High, mean.Confidence);
        double lead = 100 * answers.MeanLead, margin = 100 * answers.Margin;
        int decimals = Figures.Decimals(lead, percent);
        string interval = percent.Width == 0
            ? "no spread" : $"{Figures.End(percent.Low, decimals, margin)} %, {Figures.End(percent.High, decimals, margin)} %";
        return $"{Figures.Fixed(lead, decimals)} % [{interval}] of the way from the constant model to the best one";
    }

    // Monte Carlo leaves an error of a few thousandths.
    private static string Percent(double share) => Figures.Percent(share, decimals: 0);
}
