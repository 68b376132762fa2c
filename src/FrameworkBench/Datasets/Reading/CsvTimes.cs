using System.Globalization;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Gathers the column that puts the rows in order: numbers, or dates in the notation of ISO 8601.</summary>
/// <param name="name">The column's name.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class CsvTimes(string name, ProblemList problems)
{
    private const string Expected = "expected a number, or a date such as 2016-08-28";

    private static readonly string[] Formats =
    [
        "yyyy-MM", "yyyy-MM-dd",
        .. from separator in new[] { "'T'", " " }
           from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" }
           from zone in new[] { "", "K" }
           select $"yyyy-MM-dd{separator}{time}{zone}",
    ];

    private readonly List<decimal> times = [];
    private bool? dates;

    public void Add(string text, int line)
    {
        if (CsvField.IsMissing(text))
        {
            problems.AddOfTable($"{CsvField.Missing(text)}; every row needs a time", line, name);
            return;
        }

        if (Time(text) is not var (time, isDate))
        {
            problems.AddOfTable($"{CsvField.Quoted(text)} is neither a number nor a date; {Expected}", line, name);
            return;
        }

        dates ??= isDate;
        if (dates != isDate)
            problems.AddOfTable(
                $"{CsvField.Quoted(text)} is a {Kind(isDate)}, the first row has a {Kind(!isDate)}; expected one of the two", line, name);
        times.Add(time);
    }

    /// <summary>The place of each row's time among the different times, from 0.</summary>
    public int[] Finish()
    {
        decimal[] different = [.. times.Distinct().Order()];
        if (different.Length == 1)
            problems.AddOfTable("every row has the same time; expected at least two times", column: name);
        return [.. times.Select(time => Array.BinarySearch(different, time))];
    }

    private static (decimal Time, bool IsDate)? Time(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return (number, false);
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Styles, out DateTime date) ? (date.Ticks, true) : null;
    }

    private static string Kind(bool isDate) => isDate ? "date" : "number";
}
