using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics.Hierarchical;

namespace FrameworkBench.Wording;

/// <summary>
/// The three answers about many tables in words: "mean lead 0.021 [0.004, 0.038] (required: > 0.01); next table: lead above
/// 0.01 with probability 62 %, within ±0.01 30 %, behind 8 %; share of tables with a lead above 0.01: 62 % [41 %, 74 %]".
/// </summary>
internal static class HierarchicalSentence
{
    /// <summary>Says the answers, and at the one that the claim asks what is required of it.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="asks">The question that the claim asks.</param>
    /// <param name="share">The share of tables that is claimed; used for that question only.</param>
    /// <param name="confidence">The probability that is required of the next table.</param>
    public static string Of(HierarchicalAnswers answers, TablesQuestion asks, double share, double confidence)
    {
        string margin = Figures.Number(answers.Margin);
        RopeProbabilities next = answers.NextTable;
        return $"mean lead {Figures.WithInterval(answers.MeanLead, answers.MeanInterval, answers.Margin)}"
            + $"{Required(TablesQuestion.Mean, $"> {margin}")}; "
            + $"next table: lead above {margin} with probability {Percent(next.Above)}"
            + $"{Required(TablesQuestion.NextTable, $"≥ {Figures.Percent(confidence)}")}, "
            + $"within ±{margin} {Percent(next.Within)}, behind {Percent(next.Below)}; "
            + $"share of tables with a lead above {margin}: {Percent(next.Above)} [{End(answers.ShareAbove.Low)}, "
            + $"{End(answers.ShareAbove.High)}]"
            + Required(TablesQuestion.Share, $"≥ {Figures.Percent(share)}");

        string Required(TablesQuestion question, string what) => question == asks ? $" (required: {what})" : "";
        string End(double end) => $"{Figures.End(100 * end, 0, asks == TablesQuestion.Share ? 100 * share : double.NaN)} %";
    }

    // Monte Carlo leaves an error of a few thousandths.
    private static string Percent(double share) => Figures.Percent(share, decimals: 0);
}
