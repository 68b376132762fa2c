using System.Globalization;

namespace FrameworkBench.Charts;

/// <summary>Numbers as readers expect them: a real minus, thin spaces between thousands, a fitting unit.</summary>
public static class Numbers
{
    private static readonly (double Size, string Unit)[] SecondUnits =
        [(3600, " h"), (60, " min"), (1, " s"), (1e-3, " ms"), (1e-6, " µs"), (1e-9, " ns")];

    private static readonly (double Size, string Unit)[] ByteUnits =
        [(1e12, " TB"), (1e9, " GB"), (1e6, " MB"), (1e3, " kB"), (1, " B")];

    /// <summary>The numbers at linear ticks: all with the unit and the decimals that the step needs.</summary>
    public static string AtStep(double value, double step, double largest, NumberStyle style)
    {
        if (value == 0) return "0";
        (double size, string unit) = Unit(largest, style);
        return Fixed(value / size, Decimals(step / size)) + unit;
    }

    /// <summary>The numbers at logarithmic ticks: seconds stay seconds, so that decades stay round.</summary>
    public static string AtDecade(double value, NumberStyle style) =>
        style == NumberStyle.Seconds && value >= 1 ? Alone(value) + " s" : Alone(value, style);

    /// <summary>A number that stands alone, with up to three significant digits and a unit of its own.</summary>
    public static string Alone(double value, NumberStyle style = NumberStyle.Plain)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        (double size, string unit) = Unit(Math.Abs(value), style);
        double scaled = value / size;
        if (scaled == 0) return "0";
        int magnitude = (int)Math.Floor(Math.Log10(Math.Abs(scaled)) + 1e-12);
        if (magnitude is < -4 or > 6) return Scientific(scaled) + unit;
        return Trimmed(Fixed(scaled, Math.Clamp(2 - magnitude, 0, 6))) + unit;
    }

    /// <summary>
    /// Numbers that stand together: all with the decimals that the largest needs to show three digits, as 0.900 beside 0.893.
    /// What spans many powers of ten, or has a unit that fits its size, is written number by number.
    /// </summary>
    public static Func<double, string> Together(IEnumerable<double> values, NumberStyle style = NumberStyle.Plain)
    {
        double[] sizes = [.. values.Where(value => double.IsFinite(value) && value != 0).Select(Math.Abs)];
        if (sizes.Length == 0 || style is NumberStyle.Seconds or NumberStyle.Bytes)
            return value => Alone(value, style);
        (double size, string unit) = Unit(sizes.Max(), style);
        (double largest, double smallest) = (sizes.Max() / size, sizes.Min() / size);
        int magnitude = (int)Math.Ceiling(Math.Log10(largest) - 1e-9) - 1;
        if (largest / smallest > 1e4 || magnitude is < -4 or > 6)
            return value => Alone(value, style);
        int decimals = Math.Clamp(2 - magnitude, 0, 6);
        while (decimals > 0 && sizes.All(value => Fixed(value / size, decimals).EndsWith('0')))
            decimals--;
        return value => !double.IsFinite(value) ? Alone(value, style) : value == 0 ? "0" : Fixed(value / size, decimals) + unit;
    }

    private static (double Size, string Unit) Unit(double largest, NumberStyle style) => style switch
    {
        NumberStyle.Percent => (0.01, " %"),
        NumberStyle.Seconds => Fitting(SecondUnits, largest),
        NumberStyle.Bytes => Fitting(ByteUnits, largest),
        _ => (1, ""),
    };

    private static (double Size, string Unit) Fitting((double Size, string Unit)[] units, double largest)
    {
        foreach ((double Size, string Unit) unit in units)
            if (Math.Abs(largest) >= unit.Size * (1 - 1e-9)) return unit;
        return largest == 0 ? units.First(unit => unit.Size == 1) : units[^1];
    }

    private static int Decimals(double step)
    {
        for (int decimals = 0; decimals < 10; decimals++)
        {
            double scaled = step * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * Math.Max(1, scaled) && scaled > 0.5) return decimals;
        }

        return 10;
    }

    private static string Fixed(double value, int decimals)
    {
        string text = Math.Abs(value).ToString("N" + decimals, CultureInfo.InvariantCulture).Replace(',', '\u202F');
        if (Math.Abs(value) < 10_000) text = text.Replace("\u202F", "", StringComparison.Ordinal);
        return value < 0 && text.Any(c => c is >= '1' and <= '9') ? "−" + text : text;
    }

    private static string Trimmed(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;

    private static string Scientific(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12);
        string mantissa = Trimmed(Fixed(value / Math.Pow(10, exponent), 2));
        string raised = string.Concat(exponent.ToString(CultureInfo.InvariantCulture)
            .Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
        return mantissa == "1" ? $"10{raised}" : $"{mantissa}·10{raised}";
    }
}
