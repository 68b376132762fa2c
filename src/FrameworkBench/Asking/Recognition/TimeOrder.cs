using FrameworkBench.Datasets;

namespace FrameworkBench.Asking.Recognition;

/// <summary>The order of a table's rows by a column of dates.</summary>
/// <param name="Column">The column.</param>
/// <param name="Dates">
/// The different dates, the earliest first; before them one that stands for none where a row has none. Empty where the column was named.
/// </param>
/// <param name="Times">The place of each row's date among them.</param>
internal sealed record TimeOrder(string Column, IReadOnlyList<DateTime> Dates, int[] Times)
{
    /// <summary>Of fewer dates, the last fifth of the rows would be a few days.</summary>
    public const int FewestDates = 20;

    private const int FewestYears = 5;

    // The years 2000 and 2100.
    private const double FirstSecond = 946_684_800;
    private const double LastSecond = 4_102_444_800;

    private static readonly string[] Years = ["year", "yr", "jahr", "année", "annee", "anno", "año", "ano"];

    // A date that few rows have is that of an event, and says nothing of the others' order.
    private const double LeastDated = 0.95;

    /// <summary>
    /// The order by the column whose dates are the latest, as events come after births and orders; null where no column has enough
    /// different dates.
    /// </summary>
    /// <param name="columns">Columns of dates, a date or none for each row.</param>
    public static TimeOrder? Of(IEnumerable<(string Name, IReadOnlyList<DateTime?> Dates)> columns)
    {
        (string Name, DateTime?[] Dates)[] usable =
        [
            .. columns.Select(column => (column.Name, Dates: column.Dates.ToArray()))
                .Where(column => Different(column.Dates).Length >= FewestDates
                    && column.Dates.Count(date => date is not null) >= LeastDated * column.Dates.Length),
        ];
        if (usable.Length == 0)
            return null;
        (string name, DateTime?[] dates) = usable.MaxBy(column => Median(column.Dates));
        DateTime[] different = [.. dates.Contains(null) ? [DateTime.MinValue] : Array.Empty<DateTime>(), .. Different(dates)];
        return new TimeOrder(name, different, Array.ConvertAll(dates, date => Array.BinarySearch(different, date ?? DateTime.MinValue)));
    }

    /// <summary>The order by a column that was named for it.</summary>
    /// <param name="name">The column.</param>
    /// <param name="moments">Each row's number or date, as a number.</param>
    public static TimeOrder By(string name, IReadOnlyList<double> moments)
    {
        double[] different = [.. moments.Distinct().Order()];
        return new TimeOrder(name, [], [.. moments.Select(moment => Array.BinarySearch(different, moment))]);
    }

    /// <summary>
    /// The first column of numbers that say when a row was observed: called a year, or seconds or milliseconds since 1970 of this century;
    /// null where there is none. A year in which something was built has a longer name.
    /// </summary>
    /// <param name="dataset">The table.</param>
    public static string? NumbersAmong(Dataset dataset) => dataset.Columns.Index()
        .Where(column => column.Item.Kind == ColumnKind.Numeric && AreTimes(column.Item.Name, Known(dataset, column.Index)))
        .Select(column => column.Item.Name).FirstOrDefault();

    private static bool AreTimes(string name, IEnumerable<double> values) =>
        (Years.Contains(name, StringComparer.OrdinalIgnoreCase) && AreWithin(values, 1800, 2100, FewestYears))
        || AreWithin(values, FirstSecond, LastSecond, FewestDates) || AreWithin(values, 1000 * FirstSecond, 1000 * LastSecond, FewestDates);

    // Of most columns the first value is none.
    private static bool AreWithin(IEnumerable<double> values, double least, double most, int fewest)
    {
        var different = new HashSet<double>();
        foreach (double value in values)
        {
            if (value != Math.Floor(value) || value < least || value > most)
                return false;
            different.Add(value);
        }

        return different.Count >= fewest;
    }

    private static IEnumerable<double> Known(Dataset dataset, int column) =>
        Enumerable.Range(0, dataset.Rows).Select(row => dataset.Features[row, column]).Where(value => !double.IsNaN(value));

    private static DateTime[] Different(DateTime?[] dates) => [.. dates.OfType<DateTime>().Distinct().Order()];

    private static DateTime Median(DateTime?[] dates)
    {
        DateTime[] sorted = [.. dates.OfType<DateTime>().Order()];
        return sorted[sorted.Length / 2];
    }
}
