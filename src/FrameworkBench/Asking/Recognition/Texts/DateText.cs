using System.Globalization;

namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>Reads dates in the notations that tables have.</summary>
internal static class DateText
{
    private const DateTimeStyles Styles =
        DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private const int Fewest = 6;
    private const int Most = 40;

    private static readonly string[] WeekdayNames = DateTimeFormatInfo.InvariantInfo.DayNames;

    private static readonly string[] Clocks = ["", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", " h:mm tt", " h:mm:ss tt"];

    /// <summary>
    /// The order of year, month and day in a notation, the most usual first: where two fit a column alike, the first counts.
    /// </summary>
    public static IReadOnlyList<DateOrder> Orders { get; } = [DateOrder.YearFirst, DateOrder.MonthFirst, DateOrder.DayFirst];

    /// <summary>Whether a text may be a date at all: a look at its first and last characters.</summary>
    public static bool MayBe(ReadOnlySpan<char> text) =>
        text.Length is >= Fewest and <= Most && char.IsAsciiLetterOrDigit(text[0]) && text.ContainsAnyInRange('0', '9')
        && text.IndexOfAny("-/. ") > 0;

    /// <summary>Reads a date, with or without a time of day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">Which part comes first.</param>
    /// <param name="date">The date, in coordinated universal time where a zone is given.</param>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, out DateTime date)
    {
        scoped ReadOnlySpan<char> plain = WithoutZone(WithoutWeekday(text));
        Span<char> joined = stackalloc char[Most];
        if (plain.Length <= Most && CommaBeforeClock(plain) is >= 0 and var comma)
        {
            plain[..comma].CopyTo(joined);
            plain[(comma + 1)..].CopyTo(joined[comma..]);
            plain = joined[..(plain.Length - 1)];
        }

        return DateTime.TryParseExact(plain, FormatsOf(order), CultureInfo.InvariantCulture, Styles, out date);
    }

    // As in Fri, 01 Mar 2024: the rest says it all.
    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> text)
    {
        int comma = text.IndexOf(',');
        return comma >= 3 && IsWeekday(text[..comma]) ? text[(comma + 1)..].TrimStart() : text;
    }

    private static bool IsWeekday(ReadOnlySpan<char> text)
    {
        foreach (string name in WeekdayNames)
        {
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase) || text.Equals(name.AsSpan(0, 3), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // A date without a zone is taken for one of coordinated universal time.
    private static ReadOnlySpan<char> WithoutZone(ReadOnlySpan<char> text) =>
        text.EndsWith(" UTC", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" GMT", StringComparison.OrdinalIgnoreCase)
            ? text[..^4].TrimEnd() : text;

    // As in 01/03/2024, 10:00; −1 where there is none.
    private static int CommaBeforeClock(ReadOnlySpan<char> text)
    {
        int comma = text.LastIndexOf(", ");
        return comma > 0 && text[comma..].Contains(':') ? comma : -1;
    }

    private static string[] FormatsOf(DateOrder order) => order switch
    {
        DateOrder.YearFirst => YearFirst,
        DateOrder.DayFirst => DayFirst,
        _ => MonthFirst,
    };

    private static readonly string[] YearFirst =
    [
        .. WithClocks("yyyy-M-d", "yyyy/M/d", "yyyy.M.d"), "yyyy-MM", "yyyy/MM", "yyyyMMdd",
        .. from clock in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" }
           from zone in new[] { "", "K" }
           select $"yyyy-MM-dd'T'{clock}{zone}",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    private static readonly string[] DayFirst = WithClocks(
        "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "d/M/yy", "d-MMM-yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yy", "d. MMMM yyyy");

    private static readonly string[] MonthFirst =
        WithClocks("M/d/yyyy", "M-d-yyyy", "M/d/yy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy");

    private static string[] WithClocks(params string[] dates) => [.. dates.SelectMany(date => Clocks.Select(clock => date + clock))];
}
