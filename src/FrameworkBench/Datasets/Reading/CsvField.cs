using System.Globalization;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>What the text of one field means.</summary>
internal static class CsvField
{
    /// <summary>Whether a field says that its value is not known.</summary>
    public static bool IsMissing(string text) => text is "" or "?" or "NA" or "NaN" or "nan";

    /// <summary>A field's text as a message quotes it: only the beginning of a long one.</summary>
    public static string Quoted(string text) => $"'{ScalarNode.Shorten(text)}'";

    /// <summary>Says of a field that is missing what it holds, for messages.</summary>
    public static string Missing(string text) => text.Length == 0 ? "the field is empty" : $"'{text}' means a missing value";

    /// <summary>
    /// Reads a number in the notation of C#, C and Python: point as decimal sign, an exponent if need be, no thousands separators.
    /// Infinity, however spelt, and what overflows to it come back as infinite.
    /// </summary>
    public static bool TryParseNumber(string text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return !double.IsNaN(value);
        string unsigned = text.TrimStart('+', '-');
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        return false;
    }

    /// <summary>Puts names into their stable order: numerically when all are numbers, else ordinally.</summary>
    public static List<string> InStableOrder(IEnumerable<string> names)
    {
        List<string> ordered = [.. names];
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string name in ordered)
        {
            if (TryParseNumber(name, out double number))
                numbers[name] = number;
        }

        if (ordered.TrueForAll(numbers.ContainsKey))
            return [.. ordered.OrderBy(name => numbers[name]).ThenBy(name => name, StringComparer.Ordinal)];
        ordered.Sort(StringComparer.Ordinal);
        return ordered;
    }
}
