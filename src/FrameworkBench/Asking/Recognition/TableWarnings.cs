using FrameworkBench.Datasets;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>What to be wary of in a table, before any model is fitted.</summary>
internal static class TableWarnings
{
    private const int FewRows = 100;
    private const int FewRowsOfClass = 10;
    private const int FewGroupsOfClass = 6;
    private const int Shown = 5;
    private const double MostOfOneClass = 0.8;

    /// <summary>Looks for it.</summary>
    /// <returns>The warnings, and whether one of two classes is so frequent that ROC AUC decides.</returns>
    public static (IReadOnlyList<string> Warnings, bool IsImbalanced) Of(
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
            warnings.Add($"{Counting.Of(dropped, "row")} left out: no value of '{dataset.TargetName}'.");
        if (dataset.Rows < FewRows)
            warnings.Add($"Only {dataset.Rows} rows: the answer is uncertain.");
        if (dataset.DuplicateCount is > 0 and var copies)
            warnings.Add($"{Counting.Of(copies, "row")} with the inputs of an earlier row"
                + (AskedExperiment.CanKeepCopies(dataset) ? "; copies share a fold." : "."));
        if (likelyGroups is { } things)
            warnings.Add($"'{things.Name}' has {Figures.Whole(things.Count)} values, and training and test rows can share one: expect "
                + $"lower scores on a new one. To test that: --as {things.Name}=group");
        if (question.Order is null && dataset.TimeName is { } ordered)
            warnings.Add($"Rows have a date, '{ordered}'. Besides random folds, models trained on the earlier rows are tested on the last "
                + "fifth.");
        else if (question.Order is null && columns.FirstOrDefault(column => column.Reading == ColumnReading.Date) is { } date)
            warnings.Add($"Rows have a date, '{date.Name}', and are divided at random: expect lower scores on later dates."
                + (question.FindsOrder || dataset.GroupName is not null ? "" : $" To test that: --order {date.Name}"));
        bool imbalanced = false;
        if (dataset.IsClassification)
        {
            int[] counts = new int[dataset.ClassNames.Count];
            foreach (int label in dataset.Labels)
                counts[label]++;
            string[] tiny = [.. dataset.ClassNames.Where((_, label) => counts[label] < FewRowsOfClass)];
            if (tiny.Length > 0)
                warnings.Add($"{Counting.Of(tiny.Length, "class", "classes")} with fewer than {FewRowsOfClass} rows "
                    + $"({string.Join(", ", tiny.Take(Shown).Select(name => $"'{ColumnRecognition.Short(name)}'"))}"
                    + $"{(tiny.Length > Shown ? " …" : "")}): too few to learn well.");
            imbalanced = counts.Max() >= MostOfOneClass * dataset.Rows;
            if (imbalanced)
                warnings.Add($"{Figures.Percent((double)counts.Max() / dataset.Rows)} of the rows are of class "
                    + $"'{ColumnRecognition.Short(dataset.ClassNames[Array.IndexOf(counts, counts.Max())])}': "
                    + $"accuracy says little{(IsJudgedByArea(dataset, counts) ? "; ROC AUC decides" : "")}.");
            imbalanced &= IsJudgedByArea(dataset, counts);
        }

        return (warnings, imbalanced);
    }

    // Every fold needs rows of both classes. Groups are dealt by their most frequent class, so that chance deals the rarer one.
    private static bool IsJudgedByArea(Dataset dataset, int[] counts)
    {
        if (dataset.ClassNames.Count != 2)
            return false;
        int rarer = Array.IndexOf(counts, counts.Min());
        return dataset.Groups is { } groups
            ? groups.Where((_, row) => dataset.Labels[row] == rarer).Distinct().Count() >= FewGroupsOfClass * AskedExperiment.Folds
            : counts[rarer] >= 2 * AskedExperiment.Folds;
    }
}
