namespace FrameworkBench.Asking.Recognition.Texts;

/// <summary>The numbers that a date is read as.</summary>
internal static class DateParts
{
    /// <summary>Their names, in the order of the inputs.</summary>
    public static IReadOnlyList<string> All { get; } = ["year", "month", "weekday", "days", "hour"];

    /// <summary>The name of a part as an input.</summary>
    public static string NameOf(string column, string part) => $"{column}: {part}";

    /// <summary>One of them.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="date">The date.</param>
    /// <param name="first">The first date of the table, from which days are counted.</param>
    public static double Of(string part, DateTime date, DateTime first) => part switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "weekday" => ((int)date.DayOfWeek + 6) % 7,
        "days" => Math.Floor((date - first).TotalDays),
        _ => date.TimeOfDay.TotalHours,
    };
}
