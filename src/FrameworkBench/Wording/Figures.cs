using System.Globalization;
using FrameworkBench.Statistics;

namespace FrameworkBench.Wording;

/// <summary>How numbers are written for people: rounded where their interval makes further digits meaningless, with a true minus.</summary>
internal static class Figures
{
    /// <summary>What stands in a table where there is no number.</summary>
    internal const string None = "–";

    private const int MostDecimals = 7;

    /// <summary>A number with at most four significant decimals: 0.9667, 87, 1e-05.</summary>
    internal static string Number(double value) => WithMinus(
        value != 0 && (Math.Abs(value) < 1e-3 || Math.Abs(value) >= 1e6)
            ? FormattableString.Invariant($"{value:0.###e+0}")
            : FormattableString.Invariant($"{value:0.####}"));

    /// <summary>A number that somebody set, with up to six decimals: 0.001, 32, 0.00001.</summary>
    internal static string Setting(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A number with a fixed count of decimals, a true minus and no negative zero.</summary>
    internal static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : WithMinus(text);
    }

    /// <summary>A difference with its sign: +0.012, −0.003, 0.000.</summary>
    internal static string Signed(double difference, int decimals) => Signed(difference, Fixed(difference, decimals));

    /// <summary>A difference that is written already, with a plus when it is above zero and does not read as zero.</summary>
    internal static string Signed(double difference, string text) =>
        difference > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;

    /// <summary>A whole number without separators: 1240.</summary>
    internal static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number without separators, and nothing for 0, where a table is easier to read without.</summary>
    internal static string CountOrBlank(long count) => count == 0 ? "" : Count(count);

    /// <summary>A whole number with commas between thousands: 30,000.</summary>
    internal static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number as a power of ten, with a fixed count of decimals: 1.0e-7.</summary>
    internal static string Scientific(double value, int decimals = 1) =>
        value.ToString(decimals == 0 ? "0e+0" : $"0.{new string('0', decimals)}e+0", CultureInfo.InvariantCulture);

    /// <summary>A number as a power of ten, with at most one decimal: 1e-7.</summary>
    internal static string ShortScientific(double value) => value.ToString("0.#e+0", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage, without zeros at the end: 97.5 %.</summary>
    /// <param name="share">The share.</param>
    /// <param name="decimals">The decimals that it has at most.</param>
    internal static string Percent(double share, int decimals = 1) =>
        (100 * share).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture) + " %";

    /// <summary>A p value with its sign: = 0.021, &lt; 0.0001.</summary>
    internal static string PValue(double value) =>
        value < 1e-4 ? "< 0.0001" : "= " + value.ToString(value < 0.1 ? "G2" : "0.##", CultureInfo.InvariantCulture);

    /// <summary>An estimate with its interval: 0.966 [0.961, 0.971]; one without any spread says so.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="thresholds">Values that decide: an end that is not at one is written with so many digits that it does not seem to
    /// be.</param>
    internal static string WithInterval(double estimate, Interval interval, params ReadOnlySpan<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (interval.Width == 0)
            return $"{Number(estimate)} [no spread]";
        if (IsTiny(interval))
            return $"{Number(estimate)} {Ends(estimate, interval)}";
        return interval.IsBounded
            ? $"{Fixed(estimate, Decimals(estimate, interval))} {Ends(estimate, interval, thresholds)}"
            : $"{Fixed(estimate, Decimals(estimate, interval))} [no interval: one trial]";
    }

    /// <summary>An interval alone, rounded as beside its estimate: [0.961, 0.971].</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="thresholds">Values that decide, likewise.</param>
    internal static string Ends(double estimate, Interval interval, params ReadOnlySpan<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (IsTiny(interval))
            return $"[{Number(interval.Low)}, {Number(interval.High)}]";
        int decimals = Decimals(estimate, interval);
        return interval.IsBounded
            ? $"[{End(interval.Low, decimals, thresholds)}, {End(interval.High, decimals, thresholds)}]" : "[no interval]";
    }

    /// <summary>A number with a fixed count of decimals, and with more where it would else seem to lie at a value that decides.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">The decimals that it has at least.</param>
    /// <param name="thresholds">Values that decide.</param>
    internal static string End(double value, int decimals, params ReadOnlySpan<double> thresholds)
    {
        int enough = decimals;
        foreach (double threshold in thresholds)
        {
            int needed = decimals;
            while (needed < MostDecimals && Seems(value, needed, threshold))
                needed++;
            if (!Seems(value, needed, threshold))
                enough = Math.Max(enough, needed);
        }

        return Fixed(value, enough);
    }

    /// <summary>A mean and half the width of its interval, which no line break separates: 0.966 ± 0.005.</summary>
    internal static string PlusMinus(string mean, string half) => $"{mean}\u00A0±\u00A0{half}";

    /// <summary>Decimals that show two digits of the interval's half width, at most six; four when there is no width to go by.</summary>
    internal static int Decimals(double estimate, Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        double half = interval.IsBounded ? interval.Width / 2 : 0;
        return half > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, 6) : Math.Abs(estimate) >= 100 ? 0 : 4;
    }

    // Narrower than six decimals can show.
    private static bool IsTiny(Interval interval) => interval is { IsBounded: true, Width: > 0 and < 2e-5 };

    // Whether a number that is on one side of a threshold would be read as the threshold, or as on its other side.
    private static bool Seems(double value, int decimals, double threshold) =>
        double.IsFinite(threshold) && value.CompareTo(threshold) != Math.Round(value, decimals).CompareTo(threshold);

    private static string WithMinus(string text) => text.StartsWith('-') ? "−" + text[1..] : text;
}
