using FrameworkBench.Statistics;

namespace FrameworkBench.Claims;

/// <summary>How figures are written in evidence: rounded where their interval makes further digits meaningless.</summary>
public static class Figures
{
    /// <summary>A share as a percentage with one digit where it is not whole: 97.5 %.</summary>
    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.#} %");

    /// <summary>A number with at most four significant decimals: 0.9667, 87, 1e-05.</summary>
    public static string Number(double value) =>
        value != 0 && (Math.Abs(value) < 1e-3 || Math.Abs(value) >= 1e6)
            ? FormattableString.Invariant($"{value:0.###e+0}")
            : FormattableString.Invariant($"{value:0.####}");

    /// <summary>An estimate with its interval: 0.966 [0.961, 0.971].</summary>
    public static string WithInterval(double estimate, Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (IsTiny(interval))
            return $"{Number(estimate)} {Ends(estimate, interval)}";
        return interval.IsBounded
            ? $"{Fixed(estimate, Decimals(estimate, interval))} {Ends(estimate, interval)}"
            : $"{Fixed(estimate, Decimals(estimate, interval))} [no interval from one trial]";
    }

    /// <summary>An interval alone, rounded as beside its estimate: [0.961, 0.971].</summary>
    public static string Ends(double estimate, Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (IsTiny(interval))
            return $"[{Number(interval.Low)}, {Number(interval.High)}]";
        int decimals = Decimals(estimate, interval);
        return interval.IsBounded ? $"[{Fixed(interval.Low, decimals)}, {Fixed(interval.High, decimals)}]" : "[no interval]";
    }

    /// <summary>A p value with its sign: = 0.021, &lt; 0.0001.</summary>
    public static string PValue(double value) =>
        value < 1e-4 ? "< 0.0001" : "= " + value.ToString(value < 0.1 ? "G2" : "0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A number with a fixed count of decimals and no negative zero.</summary>
    public static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
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
}
