using FrameworkBench.Experiments;
using FrameworkBench.Statistics;

namespace FrameworkBench.Claims.Tables;

/// <summary>
/// The three answers about many tables in words: "mean lead 0.021 [0.004, 0.038], more than 0.01 with probability 0.9 (required:
/// ≥ 0.95); next table: 62 % better by more than 0.01, 30 % within, 8 % worse; tables ahead by more than 0.01: 62 % [41 %, 74 %]".
/// </summary>
internal static class HierarchicalSentence
{
    /// <summary>Says the answers, and at the one that decides what is required of it.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="asks">The question that decides.</param>
    /// <param name="share">The share of tables that is claimed; used for that question only.</param>
    /// <param name="probable">The probability that decides.</param>
    /// <param name="confidence">The probability that is required.</param>
    public static string Of(HierarchicalAnswers answers, TablesQuestion asks, double share, double probable, double confidence)
    {
        string margin = Figures.Number(answers.Margin);
        string required = $" with probability {Probability(probable, confidence)} (required: ≥ {Figures.Number(confidence)})";
        return $"mean lead {Figures.WithInterval(answers.MeanLead, answers.MeanInterval, answers.Margin)}{(asks == TablesQuestion.Mean ? $", more than {margin}{required}" : "")}; "
            + $"next table: {Percent(answers.NextTable.Above)} better by more than {margin}{(asks == TablesQuestion.NextTable ? $" (required: ≥ {Figures.Percent(confidence)})" : "")}, "
            + $"{Percent(answers.NextTable.Within)} within, {Percent(answers.NextTable.Below)} worse; "
            + $"tables ahead by more than {margin}: {Percent(answers.NextTable.Above)} [{Percent(answers.ShareAbove.Low)}, {Percent(answers.ShareAbove.High)}]"
            + (asks == TablesQuestion.Share ? $", at least {Figures.Percent(share)}{required}" : "");
    }

    // Monte Carlo leaves an error of a few thousandths: whole percent, and of probabilities as many digits as tell them from what is required.
    private static string Percent(double share) => $"{Figures.Fixed(100 * share, 0)} %";

    private static string Probability(double probable, double confidence) => Figures.End(probable, 2, confidence, 1 - confidence);
}
