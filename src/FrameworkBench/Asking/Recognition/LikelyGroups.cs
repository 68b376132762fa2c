using FrameworkBench.Datasets;

namespace FrameworkBench.Asking.Recognition;

/// <summary>
/// Finds a column whose values name things that have several rows each, such as persons with several visits. Rows of one are alike: where
/// some train and others test, a model that knows the thing again looks better than it is on new ones.
/// </summary>
internal static class LikelyGroups
{
    /// <summary>With fewer groups nothing can be said of new ones: folds of two at least.</summary>
    public const int Fewest = 2 * AskedExperiment.FewestFolds;

    // An experiment has a few settings, each equally often; so many are things that were looked at equally often.
    private const int FewestOfOneSize = 20;

    private const int EnoughRows = 5_000;

    // Of an input that is nearly constant within each group, so much of the variance is between groups.
    private const double NearlyConstant = 0.9;

    /// <summary>Whether a column may be one, by its name and its texts.</summary>
    public static bool MayBe(UnderstoodColumn column, ColumnScan scan) =>
        scan.Distinct >= Fewest && scan.Distinct < ColumnScan.DistinctLimit && 2 * scan.Distinct <= scan.Present
        && (column.Reading == ColumnReading.Category || column.IsIdentifier || IsNumberOfThing(column, scan));

    /// <summary>
    /// Whether the values of a column that may be one name things: it is called an id, each has equally many rows, or another input
    /// hardly differs between the rows of one.
    /// </summary>
    /// <param name="name">The column's name.</param>
    /// <param name="groups">The number of its value in each row, counted from 0 by first appearance; −1 where it has none.</param>
    /// <param name="dataset">The table.</param>
    /// <param name="others">The inputs that do not come from the column.</param>
    public static bool Are(string name, IReadOnlyList<int> groups, Dataset dataset, IEnumerable<int> others)
    {
        int[] sizes = [.. groups.Where(group => group >= 0).CountBy(group => group).Select(group => group.Value)];
        if (sizes.Length < Fewest || 2 * sizes.Length > sizes.Sum())
            return false;
        if (ColumnRecognition.IsNameOfId(name) || (sizes.Length >= FewestOfOneSize && sizes.All(size => size == sizes[0])))
            return true;
        int[] looked = FirstGroups(groups, sizes);
        return others.Any(input => ShareBetween(dataset, input, groups, looked) >= NearlyConstant);
    }

    /// <summary>
    /// The share of an input's variance that is between groups, 1 less the ratio of mean squares within groups and in all: 0 is expected
    /// where the groups have nothing to do with it. A category counts as its indicators, whose variance is Gini's impurity. Rows without
    /// a value do not count.
    /// </summary>
    /// <param name="dataset">The table.</param>
    /// <param name="input">The input.</param>
    /// <param name="groups">The group of each row, by number.</param>
    /// <param name="looked">The rows that are looked at.</param>
    internal static double ShareBetween(Dataset dataset, int input, IReadOnlyList<int> groups, int[] looked)
    {
        int[] rows = [.. looked.Where(row => !double.IsNaN(dataset.Features[row, input]))];
        if (rows.Length == 0)
            return 0;
        double[] values = Array.ConvertAll(rows, row => dataset.Features[row, input]);
        int[] groupOf = Array.ConvertAll(rows, row => groups[row]);
        bool isCategory = dataset.Columns[input].Kind == ColumnKind.Categorical;
        double within = isCategory ? OfCategories(values, groupOf) : OfNumbers(values, groupOf);
        double all = isCategory ? OfCategories(values, new int[rows.Length]) : OfNumbers(values, new int[rows.Length]);
        int freeWithin = rows.Length - groupOf.Distinct().Count();
        return freeWithin <= 0 || all <= 0 ? 0 : 1 - (within / freeWithin / (all / (rows.Length - 1)));
    }

    // Enough to tell, and each of many columns is compared with all others.
    private static int[] FirstGroups(IReadOnlyList<int> groups, int[] sizes)
    {
        int taken = Fewest, rows = sizes.Take(Fewest).Sum();
        while (taken < sizes.Length && rows < EnoughRows)
            rows += sizes[taken++];
        return [.. Enumerable.Range(0, groups.Count).Where(row => groups[row] >= 0 && groups[row] < taken)];
    }

    /// <summary>The sum of squares around the means of the groups.</summary>
    private static double OfNumbers(double[] values, int[] groupOf)
    {
        int groups = groupOf.Max() + 1;
        double[] means = new double[groups];
        int[] sizes = new int[groups];
        foreach (int group in groupOf)
            sizes[group]++;
        for (int row = 0; row < values.Length; row++)
            means[groupOf[row]] += values[row] / sizes[groupOf[row]];
        return values.Zip(groupOf, (value, group) => (value - means[group]) * (value - means[group])).Sum();
    }

    /// <summary>The same of indicators: of m rows with shares p of their categories, m (1 − Σ p²).</summary>
    private static double OfCategories(double[] codes, int[] groupOf) =>
        codes.Length - codes.Zip(groupOf).CountBy(row => row).GroupBy(pair => pair.Key.Second, pair => (double)pair.Value)
            .Sum(group => group.Sum(count => count * count) / group.Sum());

    private static bool IsNumberOfThing(UnderstoodColumn column, ColumnScan scan) =>
        column.Reading == ColumnReading.Number && scan.OnlyWholeNumbers
            && (ColumnRecognition.IsNameOfId(column.Name) || ColumnRecognition.IsNameOfThing(column.Name));
}
