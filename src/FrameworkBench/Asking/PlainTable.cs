using System.Globalization;
using System.Text;
using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Experiments;

namespace FrameworkBench.Asking;

/// <summary>
/// An understood table as a file that experiments read, whatever notation its own has: numbers with a point, an empty field for a missing
/// value, a column for each part of a date, and only rows that count.
/// </summary>
internal static class PlainTable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file itself as an experiment names it, in as few words as do; null where experiments read it otherwise.</summary>
    /// <param name="path">The file.</param>
    /// <param name="understood">The table as it was understood.</param>
    public static CsvTable? AsItIs(string path, UnderstoodTable understood)
    {
        Dataset table = understood.Dataset;
        CsvTable named = Of(path, table), brief = named with { Task = null, Categorical = [] };
        string[] leftOut =
            [.. understood.Columns.Where(column => column.Reading == ColumnReading.Ignored).Select(column => column.Name)];
        return new[] { brief, named with { Ignored = [.. named.Ignored.Union(leftOut)] } }.FirstOrDefault(one => IsRead(one, table));
    }

    /// <summary>A plain file as an experiment names it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">What <see cref="Write"/> has written, or will write, into it.</param>
    public static CsvTable Of(string path, Dataset table) => new(
        path, table.TargetName, table.Task,
        [.. table.Columns.Where(column => column.Kind == ColumnKind.Categorical).Select(column => column.Name)],
        [.. Beside(table).Select(column => column.Name)])
    {
        Group = table.GroupName,
        Time = table.TimeName,
    };

    /// <summary>Writes a table.</summary>
    public static void Write(Dataset table, Stream stream)
    {
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        (string Name, int[] Numbers)[] beside = [.. Beside(table)];
        string[] header = [.. table.Columns.Select(column => column.Name), .. beside.Select(column => column.Name), table.TargetName];
        writer.WriteLine(string.Join(',', header.Select(Field)));
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns.Count; column++)
            {
                writer.Write(Cell(table.Columns[column], table.Features[row, column]));
                writer.Write(',');
            }

            foreach ((_, int[] numbers) in beside)
            {
                writer.Write(numbers[row].ToString(CultureInfo.InvariantCulture));
                writer.Write(',');
            }

            writer.WriteLine(table.HasLabels ? Field(table.ClassNames[table.Labels[row]]) : Number(table.Values[row]));
        }
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
        one.Rows == other.Rows
            && one.Columns.Select(Terms).SequenceEqual(other.Columns.Select(Terms))
            && one.Columns.Zip(other.Columns).All(pair => pair.First.Categories.SequenceEqual(pair.Second.Categories))
            && one.Features.Values.AsSpan().SequenceEqual(other.Features.Values)
            && one.ClassNames.SequenceEqual(other.ClassNames)
            && one.Labels.AsSpan().SequenceEqual(other.Labels)
            && one.Values.AsSpan().SequenceEqual(other.Values)
            && one.Groups.AsSpan().SequenceEqual(other.Groups)
            && one.Times.AsSpan().SequenceEqual(other.Times);

    private static (string Name, ColumnKind Kind) Terms(DatasetColumn column) => (column.Name, column.Kind);

    // The columns that no model sees: which rows belong together, and their order.
    private static IEnumerable<(string Name, int[] Numbers)> Beside(Dataset table)
    {
        if (table is { GroupName: { } group, Groups: { } groups })
            yield return (group, groups);
        if (table is { TimeName: { } time, Times: { } times } && table.Columns.All(column => column.Name != time))
            yield return (time, times);
    }

    private static string Cell(DatasetColumn column, double value) => double.IsNaN(value) ? ""
        : column.Kind == ColumnKind.Categorical ? Field(column.Categories[(int)value]) : Number(value);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(',', '"', '\n') || text.Contains('\r', StringComparison.Ordinal) || text != text.Trim()
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
