using FrameworkBench.Statistics;

namespace FrameworkBench.Claims;

/// <summary>How figures are written in evidence: rounded where their interval makes further digits meaningless.</summary>
public static class Figures
{
    private const int MostDecimals = 7;

    /// <summary>A share as a percentage with one digit where it is not whole: 97.5 %.</summary>
    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.#} %");

    /// <summary>A number with at most four significant decimals: 0.9667, 87, 1e-05.</summary>
    public static string Number(double value) => WithMinus(
        value != 0 && (Math.Abs(value) < 1e-3 || Math.Abs(value) >= 1e6)
            ? FormattableString.Invariant($"{value:0.###e+0}")
            : FormattableString.Invariant($"{value:0.####}"));

    /// <summary>An estimate with its interval: 0.966 [0.961, 0.971]; one without any spread says so.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="thresholds">Values that decide: an end that is not at one is written with so many digits that it does not seem to be.</param>
    public static string WithInterval(double estimate, Interval interval, params ReadOnlySpan<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (interval.Width == 0)
            return $"{Number(estimate)} [no spread]";
        if (IsTiny(interval))
            return $"{Number(estimate)} {Ends(estimate, interval)}";
        return interval.IsBounded
            ? $"{Fixed(estimate, Decimals(estimate, interval))} {Ends(estimate, interval, thresholds)}"
            : $"{Fixed(estimate, Decimals(estimate, interval))} [no interval from one trial]";
    }

    /// <summary>An interval alone, rounded as beside its estimate: [0.961, 0.971].</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="interval">Its interval.</param>
    /// <param name="thresholds">Values that decide, likewise.</param>
    public static string Ends(double estimate, Interval interval, params ReadOnlySpan<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (IsTiny(interval))
            return $"[{Number(interval.Low)}, {Number(interval.High)}]";
        int decimals = Decimals(estimate, interval);
        return interval.IsBounded ? $"[{End(interval.Low, decimals, thresholds)}, {End(interval.High, decimals, thresholds)}]" : "[no interval]";
    }

    /// <summary>A number with a fixed count of decimals, and with more where it would else seem to lie at a value that decides.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">The decimals that it has at least.</param>
    /// <param name="thresholds">Values that decide.</param>
    public static string End(double value, int decimals, params ReadOnlySpan<double> thresholds)
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

    /// <summary>A p value with its sign: = 0.021, &lt; 0.0001.</summary>
    public static string PValue(double value) =>
        value < 1e-4 ? "< 0.0001" : "= " + value.ToString(value < 0.1 ? "G2" : "0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A number with a fixed count of decimals, a true minus and no negative zero.</summary>
    public static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : WithMinus(text);
    }

    /// <summary>Decimals that show two digits of the interval's half width, at most six; four when there is no width to go by.</summary>
    public static int Decimals(double estimate, Interval interval)
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
