using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Decides how the column to predict is read: as classes or as values.</summary>
internal static class TargetRecognition
{
    /// <summary>Decides it.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="table">The file.</param>
    /// <param name="usual">The decimal sign of the other columns.</param>
    /// <exception cref="DatasetException">The column cannot be predicted; the exception says why and what would help.</exception>
    public static UnderstoodColumn Of(TableQuestion question, TableScan table, NumberFormat usual)
    {
        string name = question.Target;
        ColumnScan scan = table.Columns[Array.IndexOf(table.Header, name)];
        bool asked = question.Readings.TryGetValue(name, out ColumnReading reading);
        bool keepsMarkers = asked && reading == ColumnReading.Category;
        int present = scan.Present + (keepsMarkers ? scan.Marked : 0);
        int distinct = scan.Distinct + (keepsMarkers ? scan.Markers.Count : 0);
        string? taken = keepsMarkers || scan.Markers.Count == 0 ? null : Taken(name, scan);
        string hint = taken is null ? "" : $". {taken}";
        CheckRows(question, table.Rows, present, hint);
        UnderstoodColumn target = asked
            ? AskedReading.Of(question, name, scan, reading, usual) : ClassesOrValues(ColumnRecognition.Of(name, scan, usual), scan);
        if (target.Reading == ColumnReading.Date)
            throw new DatasetException(question.Path, $"'{name}' is a date; predict a number or a category, such as the days until it");
        if (distinct == 1)
            throw new DatasetException(
                question.Path, $"every row that has a '{name}' has "
                    + $"'{scan.Counts.Keys.Concat(scan.Markers).First()}'; there is nothing to predict{hint}");
        if (target.Reading == ColumnReading.Number)
            return target;
        target = target with { Reading = ColumnReading.Category };
        CheckClasses(question, scan, usual, present, distinct);
        target = keepsMarkers ? ColumnRecognition.WithMarkers(target, scan, distinct)
            : target with { Notes = [.. target.Notes, .. taken is null ? Array.Empty<string>() : [taken]] };
        return AlikeAmong(scan, target.Format) is { } alike
            ? target with { Notes = [.. target.Notes, $"{alike} are different classes"] } : target;
    }

    private static string Taken(string name, ColumnScan scan) =>
        $"{Phrase.And([.. scan.Markers.Order(StringComparer.Ordinal).Select(text => $"'{text}'")])} "
            + $"{(scan.Markers.Count == 1 ? "counts" : "count")} as missing; {AsCategory(name)} makes it a class";

    private static void CheckRows(TableQuestion question, int rows, int present, string hint)
    {
        if (present == 0)
            throw new DatasetException(question.Path, $"column '{question.Target}' is empty; there is nothing to predict{hint}");
        if (present < TableReader.FewestRows)
            throw new DatasetException(
                question.Path, $"only {Counting.Of(present, "row")} of {rows} with a value of '{question.Target}'; "
                    + $"expected at least {TableReader.FewestRows}: with fewer, no comparison of models means anything{hint}");
    }

    // Codes are classes; where a user may have meant the other, a note says how to have it.
    private static UnderstoodColumn ClassesOrValues(UnderstoodColumn target, ColumnScan scan)
    {
        if (target.Reading != ColumnReading.Number)
            return target;
        if (ClassCodes.Are(scan, target.Format))
            return target with
            {
                Reading = ColumnReading.Category,
                Notes =
                [
                    .. target.Notes,
                    $"{(scan.OnlyWholeNumbers ? "whole " : "")}numbers taken as classes; {AsNumber(target.Name)} predicts the number",
                ],
            };
        return !ClassCodes.MayBe(scan) ? target : target with
        {
            Notes = [.. target.Notes, $"whole numbers taken as values; {AsCategory(target.Name)} predicts classes"],
        };
    }

    private static void CheckClasses(TableQuestion question, ColumnScan scan, NumberFormat usual, int present, int distinct)
    {
        if (distinct <= 2 || 2 * distinct <= present)
            return;
        string name = question.Target;
        int numbers = scan.Numbers(ColumnRecognition.As(name, scan, ColumnReading.Number, usual));
        throw new DatasetException(
            question.Path, $"'{name}' has {Figures.Whole(distinct)} different texts in {Figures.Whole(present)} rows, "
                + $"such as '{ColumnRecognition.Short(scan.Counts.Keys.First())}'; too many to be classes. "
                + (2 * numbers <= scan.Present ? "Is the target another column?"
                    : numbers == scan.Present ? $"All are numbers: {AsNumber(name)} predicts them"
                    : $"{Figures.Whole(numbers)} are numbers: {AsNumber(name)} predicts them, without the other rows"));
    }

    private static string AsNumber(string name) => $"--as {ShellWord.Quote($"{name}=number")}";

    private static string AsCategory(string name) => $"--as {ShellWord.Quote($"{name}=category")}";

    // Texts that differ in case or blanks alone, or are the same number; null where there are none.
    private static string? AlikeAmong(ColumnScan scan, NumberFormat format) => scan.Counts.Keys
        .GroupBy(
            text => NumberText.TryParse(text.Trim(), format, out double value, out _) ? $"{value}" : text.Trim().ToUpperInvariant(),
            StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => Phrase.And([.. same.Order(StringComparer.Ordinal).Select(text => $"'{ColumnRecognition.Short(text)}'")]))
        .FirstOrDefault();
}
