using System.Globalization;
using FrameworkBench.Datasets;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>
/// Finds numbers that are likely to stand for a missing value, such as −999 among ages: several rows have the same one, at an end of the
/// column and far from all others. Zero is none: of an amount it says that there is nothing.
/// </summary>
internal static class SentinelValues
{
    private const double LeastShare = 0.03;
    private const int FewestRows = 2;
    private const int FewestOthers = 10;

    // A number just below zero is far from the others where it is so much more frequent than the next.
    private const int MoreFrequent = 3;

    private const int Shown = 5;

    /// <summary>A sentence for each column that has one, the first few.</summary>
    public static IEnumerable<string> Among(Dataset dataset)
    {
        IEnumerable<(string Name, double[] Values)> columns = dataset.Columns.Index()
            .Where(column => column.Item.Kind == ColumnKind.Numeric)
            .Select(column => (column.Item.Name, Known(dataset, column.Index)));
        return columns.Concat(dataset.IsClassification ? [] : [(dataset.TargetName, dataset.Values)])
            .Select(column => In(column.Name, column.Values, dataset.Rows)).OfType<string>().Take(Shown);
    }

    private static string? In(string name, double[] values, int rows)
    {
        if (values.Length == 0)
            return null;
        (double low, double nextLow, double high, double nextHigh) = EndsOf(values);
        double? value = IsRepeated(low) && (nextLow - low > high - nextLow || IsOnlyNegative()) ? low
            : IsRepeated(high) && high - nextHigh > nextHigh - low ? high : null;
        if (value is not { } found || found == 0 || values.Where(one => one != found).Distinct().Take(FewestOthers).Count() < FewestOthers)
            return null;
        (double least, double most) = found == low ? (nextLow, high) : (low, nextHigh);
        return $"{Figures.Percent((double)CountOf(found) / rows, 0)} of '{name}' are {Text(found)}, far from all others ({Text(least)} to "
            + $"{Text(most)}). If that means a missing value, leave those fields empty.";

        bool IsRepeated(double number) => CountOf(number) is var count && count >= FewestRows && count >= LeastShare * rows;

        bool IsOnlyNegative() => low < 0 && nextLow >= 0 && CountOf(low) >= MoreFrequent * CountOf(nextLow);

        int CountOf(double number) => values.Count(one => one == number);
    }

    // The two least and the two greatest of the different values, of one value itself.
    private static (double Low, double NextLow, double High, double NextHigh) EndsOf(double[] values)
    {
        double low = values.Min(), high = values.Max(), nextLow = high, nextHigh = low;
        foreach (double value in values)
        {
            nextLow = value > low && value < nextLow ? value : nextLow;
            nextHigh = value < high && value > nextHigh ? value : nextHigh;
        }

        return (low, nextLow, high, nextHigh);
    }

    private static double[] Known(Dataset dataset, int column) =>
        [.. Enumerable.Range(0, dataset.Rows).Select(row => dataset.Features[row, column]).Where(value => !double.IsNaN(value))];

    // As a file has it, so that it can be searched for.
    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
