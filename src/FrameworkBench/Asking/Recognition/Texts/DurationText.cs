using System.Globalization;

namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>
/// Reads durations and times of day: hours and minutes, minutes and seconds, or all three. The number is in units of the last part, so
/// that it need not be known which of the first two a text has.
/// </summary>
internal static class DurationText
{
    private const int MostOfFirst = 6;
    private const int MostCharacters = 24;

    /// <summary>Reads a duration or a time of day.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="value">The number, in units of the last part.</param>
    /// <param name="parts">How many parts it has, two or three.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out double value, out int parts)
    {
        (value, parts) = (0, 0);
        if (text.Length is < 4 or > MostCharacters || !text.Contains(':'))
            return false;
        bool isNegative = text[0] is '-' or '−';
        ReadOnlySpan<char> clock = isNegative ? text[1..] : text;
        int halfDay = HalfDayOf(clock);
        clock = halfDay == 0 ? clock : clock[..^2].TrimEnd();
        int colon = clock.IndexOf(':');
        if (colon is < 1 or > MostOfFirst || !TryWhole(clock[..colon], out int first) || (halfDay > 0 && first is < 1 or > 12))
            return false;
        value = halfDay == 0 ? first : (first % 12) + (12 * (halfDay - 1));
        ReadOnlySpan<char> rest = clock[(colon + 1)..];
        parts = 2;
        if (rest.Length > 2 && rest[2] == ':')
        {
            if (!TryWhole(rest[..2], out int middle) || middle >= 60)
                return false;
            value = (60 * value) + middle;
            rest = rest[3..];
            parts = 3;
        }

        if (!TryLast(rest, out double last))
            return false;
        value = ((60 * value) + last) * (isNegative ? -1 : 1);
        return true;
    }

    // 0 without one, 1 before noon, 2 after.
    private static int HalfDayOf(ReadOnlySpan<char> text) =>
        text.EndsWith("am", StringComparison.OrdinalIgnoreCase) ? 1 : text.EndsWith("pm", StringComparison.OrdinalIgnoreCase) ? 2 : 0;

    private static bool TryWhole(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    // Two digits below 60, of which there may be fractions: the last of 4:3 is a ratio's.
    private static bool TryLast(ReadOnlySpan<char> text, out double last)
    {
        last = 0;
        return text.Length >= 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1])
            && (text.Length == 2 || (text.Length > 3 && text[2] == '.'))
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out last) && last < 60;
    }
}
