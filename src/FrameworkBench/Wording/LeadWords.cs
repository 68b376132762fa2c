using FrameworkBench.Statistics;
using FrameworkBench.Statistics.Ranking;

namespace FrameworkBench.Wording;

/// <summary>
/// Leads, chances and p values as the pages of comparisons write them. Scores there run from 0 to 1, so three decimals serve all.
/// </summary>
internal static class LeadWords
{
    private const int Decimals = 3;

    /// <summary>A score: 0.912.</summary>
    internal static string Score(double score) => double.IsFinite(score) ? Figures.Fixed(score, Decimals) : Figures.None;

    /// <summary>A difference with its sign: +0.012, −0.003, 0.000.</summary>
    internal static string Signed(double difference) => Figures.Signed(difference, Decimals);

    /// <summary>A difference with half the width of its interval: +0.012 ± 0.010.</summary>
    internal static string PlusMinus(MeanDifference lead) => lead.Interval.IsBounded
        ? Figures.PlusMinus(Signed(lead.Difference), Figures.Fixed(lead.Interval.Width / 2, Decimals))
        : $"{Signed(lead.Difference)} (one pair)";

    /// <summary>A difference with its interval: +0.012 [+0.002, +0.022]. An end that is not zero is never written as zero.</summary>
    internal static string WithInterval(double difference, Interval interval) => interval.IsBounded
        ? $"{Signed(difference)} [{End(interval.Low)},\u00A0{End(interval.High)}]"
        : Signed(difference);

    /// <summary>A share of the way with its sign: +2.9 %, −0.4 %, 0.0 %.</summary>
    internal static string Share(double share) => Percent(Figures.Signed(100 * share, 1));

    /// <summary>A share of the way with its interval: +2.9 % [+0.2 %, +5.6 %]. An end that is not zero is never written as zero.</summary>
    internal static string ShareWithInterval(double share, Interval interval)
    {
        return interval.IsBounded ? $"{Share(share)} [{End(interval.Low)},\u00A0{End(interval.High)}]" : Share(share);

        static string End(double end) => Percent(Figures.Signed(100 * end, Figures.End(100 * end, 1, 0)));
    }

    /// <summary>A score with its interval: 0.912 [0.901, 0.923].</summary>
    internal static string ScoreWithInterval(double score, Interval interval) => interval.IsBounded
        ? $"{Score(score)} [{Score(interval.Low)},\u00A0{Score(interval.High)}]"
        : Score(score);

    /// <summary>A ratio with its interval: 1.032 [0.990, 1.075]. An end that is not one is never written as one.</summary>
    internal static string Ratio(double ratio, Interval interval) => interval.IsBounded
        ? $"{Score(ratio)} [{Figures.End(interval.Low, Decimals, 1)},\u00A0{Figures.End(interval.High, Decimals, 1)}]"
        : Score(ratio);

    /// <summary>Wins, ties and losses: 24 : 1 : 6.</summary>
    internal static string Counts(WinTieLoss counts) => Phrase.Unbroken($"{counts.Wins} : {counts.Ties} : {counts.Losses}");

    /// <summary>A probability by Monte Carlo, in whole percent: 97 %, above 99 %.</summary>
    internal static string Chance(double probability) => Phrase.Unbroken(probability switch
    {
        < 0.005 => "< 1 %",
        > 0.995 => "> 99 %",
        _ => Figures.Percent(probability, decimals: 0),
    });

    /// <summary>The ends of a share's interval: 41 to 74 %.</summary>
    internal static string Between(Interval share) => $"{Figures.Fixed(100 * share.Low, 0)} to "
        + $"{Phrase.Unbroken(Figures.Percent(share.High, decimals: 0))}";

    /// <summary>A p value in a table: 0.034, below 0.001.</summary>
    internal static string PValue(double value) => value < 0.001 ? "<\u00A00.001" : Figures.Fixed(value, Decimals);

    private static string Percent(string number) => number + "\u00A0%";

    private static string End(double end) => Figures.Signed(end, Figures.End(end, Decimals, 0));
}
