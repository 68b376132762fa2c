using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>Says a lead over pairs of trials, with their number.</summary>
internal static class PairedLeadSentence
{
    /// <summary>The lead over pairs of trials: "“a” is behind “b” by 0.0084 [0.0008, 0.0161] in accuracy over 20 pairs".</summary>
    /// <param name="sentence">Who leads whom, and in what.</param>
    /// <param name="paired">The lead.</param>
    /// <param name="margin">The required lead, from which the ends of the interval must differ as they are written.</param>
    public static string Of(this LeadSentence sentence, PairedLead paired, double margin)
    {
        MeanDifference lead = paired.Lead;
        string incomplete = paired.Incomplete > 0 ? $"; {Counting.Of(paired.Incomplete, "trial")} unpaired" : "";
        return lead is { Difference: 0, Interval.Width: 0 }
            ? $"{sentence.Model} and {sentence.Against} have the same {MetricWords.Title(sentence.Metric)} {Each(paired)} "
                + $"(mean {Figures.Number(paired.ModelMean)})" + incomplete
            : $"{sentence.Of(lead.Difference, lead.Interval, margin)} over {Count(paired, sentence.AllRowsTrain)}" + incomplete;
    }

    private static string Count(PairedLead paired, bool allRowsTrain) =>
        TrialCount.Of(paired.Pairs, paired.Splits, paired.Engines, "pair", allRowsTrain);

    private static string Each(PairedLead paired) =>
        paired.Lead.Count != paired.Pairs ? $"on all {paired.Lead.Count} splits"
        : paired.Pairs == 1 ? "in the only pair" : $"in all {paired.Pairs} pairs";
}
