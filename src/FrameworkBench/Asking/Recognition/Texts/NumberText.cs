using System.Buffers;
using System.Globalization;

namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Reads numbers as people write them: with thousands, a decimal comma, a currency or a percent sign.</summary>
internal static class NumberText
{
    private const int MostCharacters = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    // Each sign with the currency that it stands for.
    private static readonly (string Sign, string Currency)[] Currencies =
    [
        ("$", "$"), ("€", "€"), ("£", "£"), ("¥", "¥"), ("₹", "₹"), ("US$", "$"), ("USD", "$"), ("EUR", "€"), ("GBP", "£"),
        ("CHF", "CHF"), ("JPY", "¥"), ("INR", "₹"), ("CAD", "CAD"), ("AUD", "AUD"), ("SEK", "SEK"), ("NOK", "NOK"), ("DKK", "DKK"),
        ("PLN", "PLN"), ("CZK", "CZK"),
    ];

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="format">Which sign separates decimals, or that it is a duration.</param>
    /// <param name="value">The number; a percentage keeps its unit, so that 12 % is 12.</param>
    /// <param name="marks">What stands in it besides digits.</param>
    /// <returns>Whether it is a finite number in that format.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, NumberFormat format, out double value, out NumberMarks marks)
    {
        (value, marks) = (0, NumberMarks.None);
        if (format == NumberFormat.Duration)
            return DurationText.TryParse(text, out value, out _);
        if (text.IsEmpty || text.Length > MostCharacters || !text.ContainsAny(Digits))
            return false;
        if (format == NumberFormat.Point && TryParsePlain(text, out value))
            return true;

        bool negative = false;
        if (text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
            if (!text.IsEmpty && text[0] is '-' or '−')
                return false;
        }

        text = WithoutUnits(text, ref marks);
        if (!text.IsEmpty && text[0] is '-' or '−' or '+')
        {
            if (negative)
                return false;
            negative = text[0] != '+';
            text = text[1..].TrimStart();
            text = WithoutUnits(text, ref marks);
        }

        if (text.IsEmpty || !char.IsAsciiDigit(text[0]) && text[0] is not ('.' or ','))
            return false;
        Span<char> plain = stackalloc char[MostCharacters];
        if (!TryNormalize(text, format, plain, out int length, ref marks) || !TryParsePlain(plain[..length], out value))
            return false;
        value = negative ? -value : value;
        return true;
    }

    /// <summary>Reads a number that is followed by a unit.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="format">Which sign separates decimals.</param>
    /// <param name="unit">The unit; null for a number without one.</param>
    /// <param name="value">The number.</param>
    /// <param name="marks">What stands in it besides digits.</param>
    /// <returns>Whether it is a finite number in that format, and has that unit.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, NumberFormat format, string? unit, out double value, out NumberMarks marks)
    {
        if (unit is null)
            return TryParse(text, format, out value, out marks);
        (value, marks) = (0, NumberMarks.None);
        return UnitText.TrySplit(text, out ReadOnlySpan<char> number, out ReadOnlySpan<char> found)
            && UnitText.Singular(found).SequenceEqual(UnitText.Singular(unit)) && TryParse(number, format, out value, out marks);
    }

    /// <summary>The currency of an amount, by one sign however it is written; null for none.</summary>
    public static string? CurrencyOf(ReadOnlySpan<char> text)
    {
        foreach ((string sign, string currency) in Currencies)
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
                return currency;
        }

        return null;
    }

    // Digits with a point, and an exponent; no blanks.
    private static bool TryParsePlain(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture,
            out value)
        && double.IsFinite(value);

    private static ReadOnlySpan<char> WithoutUnits(ReadOnlySpan<char> text, scoped ref NumberMarks marks)
    {
        if (text.IsEmpty)
            return text;
        if (text[^1] == '%')
        {
            marks |= NumberMarks.Percent;
            text = text[..^1].TrimEnd();
        }

        foreach ((string currency, _) in Currencies)
        {
            if (text.StartsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                marks |= NumberMarks.Currency;
                return text[currency.Length..].TrimStart();
            }

            if (text.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                marks |= NumberMarks.Currency;
                return text[..^currency.Length].TrimEnd();
            }
        }

        return text;
    }

    // Groups of three digits after the first, all parted by the same sign, then the decimals.
    private static bool TryNormalize(
        ReadOnlySpan<char> text, NumberFormat format, Span<char> plain, out int length, ref NumberMarks marks)
    {
        (char point, char separator) = format == NumberFormat.Point ? ('.', ',') : (',', '.');
        length = 0;
        int end = text.IndexOfAny(point, 'e', 'E');
        ReadOnlySpan<char> whole = end < 0 ? text : text[..end], rest = end < 0 ? [] : text[end..];
        char parts = '\0';
        int sinceSeparator = 0;
        foreach (char character in whole)
        {
            if (char.IsAsciiDigit(character))
            {
                plain[length++] = character;
                sinceSeparator++;
                continue;
            }

            bool isBlank = character is ' ' or '\u00A0' or '\u202F' or '\'' or '’';
            if ((character != separator && !isBlank) || length == 0 || (parts != '\0' && parts != character)
                || (parts == '\0' ? sinceSeparator > 3 : sinceSeparator != 3))
                return false;
            (parts, sinceSeparator) = (character, 0);
        }

        if (parts != '\0' && (sinceSeparator != 3 || plain[0] == '0'))
            return false;
        marks |= parts == '\0' ? NumberMarks.None : NumberMarks.Thousands;
        if (rest.IsEmpty)
            return true;
        if (rest[0] == point)
        {
            marks |= format == NumberFormat.Comma ? NumberMarks.DecimalComma : NumberMarks.None;
            plain[length++] = '.';
            rest = rest[1..];
        }

        rest.CopyTo(plain[length..]);
        length += rest.Length;
        return !rest.ContainsAny(',', '.');
    }
}
