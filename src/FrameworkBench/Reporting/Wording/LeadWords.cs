using FrameworkBench.Claims;
using FrameworkBench.Reporting.Suite;
using FrameworkBench.Statistics;

namespace FrameworkBench.Reporting.Wording;

/// <summary>Leads, chances and p values as the pages of comparisons write them. Scores there run from 0 to 1, so three decimals serve all.</summary>
internal static class LeadWords
{
    private const int Decimals = 3;

    /// <summary>A score: 0.912.</summary>
    internal static string Score(double score) => double.IsFinite(score) ? Figures.Fixed(score, Decimals) : "–";

    /// <summary>A difference with its sign: +0.012, −0.003, 0.000.</summary>
    internal static string Signed(double difference, int decimals = Decimals) => Signed(difference, Figures.Fixed(difference, decimals));

    /// <summary>A difference with half the width of its interval: +0.012 ± 0.010.</summary>
    internal static string PlusMinus(MeanDifference lead) => lead.Interval.IsBounded
        ? $"{Signed(lead.Difference)}\u00A0±\u00A0{Figures.Fixed(lead.Interval.Width / 2, Decimals)}"
        : $"{Signed(lead.Difference)} (one pair)";

    /// <summary>A difference with its interval: +0.012 [+0.002, +0.022]. An end that is not zero is never written as zero.</summary>
    internal static string WithInterval(double difference, Interval interval) => interval.IsBounded
        ? $"{Signed(difference)} [{End(interval.Low)},\u00A0{End(interval.High)}]"
        : Signed(difference);

    private static string End(double end) => Signed(end, Figures.End(end, Decimals, 0));

    private static string Signed(double difference, string text) => difference > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;

    /// <summary>The mean lead, with its interval where there are tables enough for one.</summary>
    internal static string Mean(PooledLead lead) => lead.HasInterval ? WithInterval(lead.Mean.Estimate, lead.Mean.Interval) : Signed(lead.Mean.Estimate);

    /// <summary>The median lead, likewise.</summary>
    internal static string Median(PooledLead lead)
    {
        BootstrapEstimate median = lead.Median;
        return lead.HasInterval ? WithInterval(median.Estimate, median.Interval) : Signed(median.Estimate);
    }

    /// <summary>Wins, ties and losses: 24 : 1 : 6.</summary>
    internal static string Counts(WinTieLoss counts) => FormattableString.Invariant($"{counts.Wins}\u00A0:\u00A0{counts.Ties}\u00A0:\u00A0{counts.Losses}");

    /// <summary>A probability by Monte Carlo, in whole percent: 97 %, above 99 %.</summary>
    internal static string Chance(double probability) => probability switch
    {
        < 0.005 => "<\u00A01\u00A0%",
        > 0.995 => ">\u00A099\u00A0%",
        _ => FormattableString.Invariant($"{100 * probability:0}\u00A0%"),
    };

    /// <summary>A p value: 0.034, below 0.001.</summary>
    internal static string PValue(double value) => value < 0.001 ? "<\u00A00.001" : Figures.Fixed(value, Decimals);

    /// <summary>A table in a few words: rows, columns, kind.</summary>
    internal static string Kind(Claims.Tables.TableTraits traits) =>
        $"{(traits.Table.IsClassification ? "classes" : "values")}, {(traits.Table.IsMixed ? "mixed" : "numeric")}"
        + traits.IsSmooth switch { true => ", smooth", false => ", not\u00A0smooth", null => "" };

    /// <summary>A whole number with commas between thousands.</summary>
    internal static string Whole(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
