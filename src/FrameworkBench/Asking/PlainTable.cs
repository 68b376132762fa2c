using System.Text;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;

namespace FrameworkBench.Asking;

/// <summary>
/// An understood table as experiments read one: the file itself where they read it as it was understood, else a plain one of numbers with a
/// point, an empty field for a missing value, a column for each part of a date, and only rows that count.
/// </summary>
internal static class PlainTable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file itself as an experiment names it, in as few words as do; null where experiments read it otherwise.</summary>
    /// <param name="path">The file.</param>
    /// <param name="understood">The table as it was understood.</param>
    public static CsvTable? AsItIs(string path, UnderstoodTable understood)
    {
        if (!ExperimentNames.IsOfTable(TableFile.NameOf(path)))
            return null;
        Dataset table = understood.Dataset;
        CsvTable named = Named(path, table, [table.GroupName], table.TimeName), brief = named with
        {
            Task = null,
            Categorical = [],
            Numeric = [],
        };
        string[] leftOut =
            [.. understood.Columns.Where(column => column.Reading == ColumnReading.Ignored).Select(column => column.Name)];
        return new[] { brief, named with { Ignored = [.. named.Ignored.Union(leftOut)] } }.FirstOrDefault(one => IsRead(one, table));
    }

    /// <summary>A plain file as an experiment names it, with what it is to hold.</summary>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="source">The file that was understood, for messages.</param>
    /// <param name="table">The table as it was understood.</param>
    /// <exception cref="DatasetException">Experiments cannot read such a table.</exception>
    public static CsvTable Of(string path, string source, Dataset table)
    {
        if (table.Columns.GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new DatasetException(source, $"'{twice.Key}' is a column and a part of a date; rename the column");
        (string Name, int[] Numbers)[] beside = [.. Beside(table)];
        CsvTable named = Named(path, table, beside.Select(column => column.Name), table.Times is null ? null : beside[^1].Name) with
        {
            Content = TableFile.Of(path, Utf8.GetBytes(TextOf(table, beside))),
        };
        Dataset read;
        try
        {
            read = named.Read();
        }
        catch (DatasetException error)
        {
            throw new DatasetException(source, $"experiments cannot read this table: {error.Problems[0].Message}");
        }

        return AreSame(read, table) ? named
            : throw new DatasetException(source, "experiments cannot read this table as it was understood; give columns other names");
    }

    private static string TextOf(Dataset table, (string Name, int[] Numbers)[] beside) => CsvText.Exact(
        [.. table.Columns.Select(column => column.Name), .. beside.Select(column => column.Name), table.TargetName],
        Enumerable.Range(0, table.Rows).Select(row => (IEnumerable<string>)
        [
            .. table.Columns.Select((column, index) => Cell(column, table.Features[row, index])),
            .. beside.Select(column => CsvText.Cell(column.Numbers[row])),
            table.HasLabels ? table.ClassNames[table.Labels[row]] : CsvText.Cell(table.Values[row]),
        ]));

    private static CsvTable Named(string path, Dataset table, IEnumerable<string?> ignored, string? time)
    {
        return new CsvTable(path, table.TargetName, table.Task, Names(ColumnKind.Categorical), [.. ignored.OfType<string>()])
        {
            Numeric = [.. Names(ColumnKind.Numeric).Where(CsvSchemaInference.IsNameOfCounter)],
            Group = table.GroupName,
            Time = time,
        };

        string[] Names(ColumnKind kind) => [.. table.Columns.Where(column => column.Kind == kind).Select(column => column.Name)];
    }

    private static bool IsRead(CsvTable table, Dataset understood)
    {
        try
        {
            return AreSame(table.Read(), understood);
        }
        catch (DatasetException)
        {
            // What experiments refuse was understood all the same.
            return false;
        }
    }

    private static bool AreSame(Dataset one, Dataset other) =>
        one.Task == other.Task
            && one.Rows == other.Rows
            && one.Columns.Select(Terms).SequenceEqual(other.Columns.Select(Terms))
            && one.Columns.Zip(other.Columns).All(pair => pair.First.Categories.SequenceEqual(pair.Second.Categories))
            && one.Features.Values.AsSpan().SequenceEqual(other.Features.Values)
            && one.ClassNames.SequenceEqual(other.ClassNames)
            && one.Labels.AsSpan().SequenceEqual(other.Labels)
            && one.Values.AsSpan().SequenceEqual(other.Values)
            && one.Groups.AsSpan().SequenceEqual(other.Groups)
            && one.Times.AsSpan().SequenceEqual(other.Times);

    private static (string Name, ColumnKind Kind) Terms(DatasetColumn column) => (column.Name, column.Kind);

    // The columns that no model sees: which rows belong together, or their order, of which a column of another notation may be an input.
    private static IEnumerable<(string Name, int[] Numbers)> Beside(Dataset table)
    {
        if (table is { GroupName: { } group, Groups: { } groups })
            yield return (group, groups);
        if (table is not { TimeName: { } time, Times: { } times })
            yield break;
        while (time == table.TargetName || table.Columns.Any(column => column.Name == time))
            time += ": place";
        yield return (time, times);
    }

    private static string Cell(DatasetColumn column, double value) => double.IsNaN(value) ? ""
        : column.Kind == ColumnKind.Categorical ? column.Categories[(int)value] : CsvText.Cell(value);
}
