using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>What to be wary of in a table, before any model is fitted.</summary>
internal static class TableWarnings
{
    private const int FewRows = 100;
    private const int FewRowsOfClass = 10;
    private const int FewGroupsOfClassAFold = 6;
    private const int Shown = 5;
    private const double MostOfOneClass = 0.8;
    private const double MostOfLargest = 0.5;

    /// <summary>Looks for it.</summary>
    /// <returns>The warnings, whether one class is so frequent that accuracy says little, and whether ROC AUC decides then.</returns>
    public static (IReadOnlyList<string> Warnings, bool IsImbalanced, bool IsJudgedByArea) Of(
        TableQuestion question,
        Dataset dataset,
        TableScan scan,
        IReadOnlyList<UnderstoodColumn> columns,
        int dropped,
        (string Name, int Count)? likelyGroups)
    {
        var warnings = new List<string>();
        if (scan.File.Note is { } note)
            warnings.Add($"{Phrase.Capital(note)}.");
        if (scan.Torn > 0)
            warnings.Add($"{Counting.Of(scan.Torn, "row")} left out: more or fewer fields than the header has.");
        if (dropped > 0)
            warnings.Add($"{Figures.Whole(dropped)} {Counting.Noun(dropped, "row")} left out: no value of '{dataset.TargetName}'.");
        if (dataset.Rows < FewRows)
            warnings.Add($"Only {dataset.Rows} rows: the answer is uncertain.");
        if (dataset.DuplicateCount is > 0 and var copies)
            warnings.Add($"{Counting.Of(copies, "row")} with the inputs of an earlier row"
                + (AskedExperiment.CanKeepCopies(dataset) ? "; copies share a fold."
                    : AskedExperiment.HasCombinations(dataset) ? ", as new rows will have: copies are divided at random." : "."));
        if (likelyGroups is { } things)
            warnings.Add($"'{things.Name}' has {Figures.Whole(things.Count)} values, and training and test rows can share one: expect "
                + $"lower scores on a new one. To test that: --as {ShellWord.Quote($"{things.Name}=group")}");
        if (question.Order is null && dataset.TimeName is { } ordered)
            warnings.Add($"Rows have a date, '{ordered}'. Besides random folds, models trained on the earlier rows are tested on the last "
                + "fifth.");
        else if (question.Order is null && columns.FirstOrDefault(column => column.Reading == ColumnReading.Date) is { } date)
            warnings.Add($"Rows have a date, '{date.Name}', and are divided at random: expect lower scores on later dates."
                + (question.FindsOrder || dataset.GroupName is not null ? "" : $" To test that: --order {ShellWord.Quote(date.Name)}"));
        else if (question.Order is null && dataset.GroupName is null && TimeOrder.NumbersAmong(dataset) is { } time)
            warnings.Add($"'{time}' says when a row was observed, and rows are divided at random: expect lower scores on later ones. To "
                + $"test that: {(question.FindsOrder ? "tune --table FILE " : "")}--order {ShellWord.Quote(time)}");
        if (!dataset.IsClassification && ShareOfLargest(dataset.Values) is > MostOfLargest and var share)
            warnings.Add($"One row in a hundred accounts for {Figures.Percent(share, 0)} of the variance of '{dataset.TargetName}': "
                + "R² and RMSE depend on those rows."
                + (dataset.Values.Min() > 0 ? " A column of its logarithm may be easier to predict." : ""));
        bool imbalanced = false, judgedByArea = false;
        if (dataset.IsClassification)
        {
            int[] counts = dataset.ClassCounts();
            string[] tiny = [.. dataset.ClassNames.Where((_, label) => counts[label] < FewRowsOfClass)];
            if (tiny.Length > 0)
                warnings.Add($"{Counting.Of(tiny.Length, "class", "classes")} with fewer than {FewRowsOfClass} rows "
                    + $"({string.Join(", ", tiny.Take(Shown).Select(name => $"'{ColumnRecognition.Short(name)}'"))}"
                    + $"{(tiny.Length > Shown ? " …" : "")}): too few to learn well.");
            imbalanced = counts.Max() >= MostOfOneClass * dataset.Rows;
            judgedByArea = imbalanced && IsInEveryFold(dataset, counts);
            if (imbalanced)
                warnings.Add($"{ShareOf(counts.Max(), dataset.Rows)} of the rows are of class "
                    + $"'{ColumnRecognition.Short(dataset.ClassNames[Array.IndexOf(counts, counts.Max())])}': "
                    + $"accuracy says little"
                    + $"{(question.IsToTune ? "; settings are chosen by log loss" : judgedByArea ? "; ROC AUC decides" : "")}.");
        }

        return (warnings, imbalanced, judgedByArea);
    }

    // Of the sum of squares around the mean, what the hundredth of the rows that is farthest from it makes; 0 for a few rows.
    private static double ShareOfLargest(double[] values)
    {
        if (values.Length < FewRows)
            return 0;
        double mean = values.Average();
        double[] squares = [.. values.Select(value => (value - mean) * (value - mean)).OrderDescending()];
        return squares.Take(values.Length / 100).Sum() / squares.Sum();
    }

    // Not of all rows, so not 100 %.
    private static string ShareOf(int count, int rows)
    {
        double share = (double)count / rows;
        return share is > 0.999 and < 1 ? "More than 99.9 %" : Figures.Percent(share);
    }

    // ROC AUC needs rows of each class in each fold. Groups are dealt by their most frequent class, so that chance deals the rarer ones.
    private static bool IsInEveryFold(Dataset dataset, int[] counts) => dataset.Groups is { } groups
        ? dataset.ClassNames.Index().All(
            one => groups.Where((_, row) => dataset.Labels[row] == one.Index).Distinct().Count()
                >= FewGroupsOfClassAFold * AskedExperiment.FewestFolds)
        : counts.Min() >= AskedExperiment.FewestOfClassAFold * AskedExperiment.FewestFolds && IsInEnoughUnits(dataset);

    // Rows that share a fold because they have the same inputs bring a class into one fold only.
    private static bool IsInEnoughUnits(Dataset dataset)
    {
        if (dataset.DuplicateCount == 0)
            return true;
        RowUnits units = AskedExperiment.UnitsOf(dataset);
        ILookup<int, int> unitsOfClass = units.ByRow().Zip(dataset.Labels).Distinct().ToLookup(row => row.Second, row => row.First);
        return units.ClassCounts().Min() >= AskedExperiment.FewestFolds
            && unitsOfClass.All(one => one.Count() >= AskedExperiment.FewestOfClassAFold * AskedExperiment.FewestFolds);
    }
}
