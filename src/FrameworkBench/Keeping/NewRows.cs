using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Reading;
using FrameworkBench.Wording;

namespace FrameworkBench.Keeping;

/// <summary>The rows of a file that a kept model predicts.</summary>
/// <param name="Cells">Rows × inputs of the model.</param>
/// <param name="Targets">The target of each row, the index of a class or a value; NaN where it is not known. Null without such a
/// column.</param>
/// <param name="Notes">What a user should know of the file, a sentence each.</param>
public sealed record NewRows(FeatureMatrix Cells, double[]? Targets, IReadOnlyList<string> Notes)
{
    private const int ShownNames = 5;

    /// <summary>Reads a CSV file: columns by their names, in any order.</summary>
    /// <exception cref="DatasetException">It is no table, lacks a column, has a row with more or fewer fields than its header, or numbers
    /// whose decimal sign may be another.</exception>
    public static NewRows Read(string path, KeptModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        TableFile file = TableEncoding.InUtf8(TableFile.Open(path));
        var problems = new ProblemList(path, ProblemList.Screenful);
        using var records = new CsvRecords(file);
        if (!records.Read())
            throw new DatasetException(path, "the file is empty; expected a header line and rows");
        string[] header = TableScan.NamesOf([.. Enumerable.Range(0, records.Count).Select(field => records[field])]);
        CheckColumns(path, header, model);
        (int Field, CellReader Reader)[] readers =
            [.. model.Columns.Select(column => (Array.IndexOf(header, column.Name), new CellReader(column)))];
        int targetField = Array.IndexOf(header, model.Target.Name);
        var target = new CellReader(model.Target);
        var cells = new List<double>();
        var targets = new List<double>();
        double[] row = new double[model.Categories.Count], label = new double[1];
        while (records.Read())
        {
            if (TableScan.IsBlank(records, header.Length))
                continue;
            if (records.Count != header.Length)
            {
                problems.AddOfTable(
                    $"found {Counting.Of(records.Count, "field")}, expected {header.Length} as in the header", records.Line);
                continue;
            }

            Span<double> rest = row;
            foreach ((int field, CellReader reader) in readers)
            {
                int inputs = reader.Column.Inputs.Count;
                reader.Read(records[field], rest[..inputs]);
                if (reader.Ambiguous is { } ambiguous)
                    problems.AddOfTable(ambiguous, records.Line);
                rest = rest[inputs..];
            }

            cells.AddRange(row);
            if (targetField < 0)
                continue;
            target.Read(records[targetField], label);
            if (target.Ambiguous is { } unsure)
                problems.AddOfTable(unsure, records.Line);
            targets.Add(label[0] == model.Classes.Count && model.Classes.Count > 0 ? double.NaN : label[0]);
        }

        DatasetException.ThrowIfAny(problems);
        if (cells.Count == 0)
            throw new DatasetException(path, "only a header; expected rows");
        string[] ignored = [.. header.Except(model.Columns.Select(column => column.Name)).Where(name => name != model.Target.Name)];
        return new NewRows(
            new FeatureMatrix(cells.Count / row.Length, row.Length, [.. cells]), targetField < 0 ? null : [.. targets],
            [.. Said(file, model, ignored), .. readers.Select(one => Said(one.Reader)).Append(Said(target)).OfType<string>()]);
    }

    private static void CheckColumns(string path, string[] header, KeptModel model)
    {
        string[] missing = [.. model.Columns.Select(column => column.Name).Except(header)];
        if (missing.Length > 0)
            throw new DatasetException(path, $"no {Counting.Noun(missing.Length, "column")} {Quoted(missing, missing.Length)}, which the "
                + $"model needs; found {Quoted(header, 2 * ShownNames)}");
    }

    private static IEnumerable<string> Said(TableFile file, KeptModel model, string[] ignored)
    {
        if (file.Note is { } note)
            yield return $"{Phrase.Capital(note)}.";
        if (file.Checksum == model.Origin.Checksum)
            yield return "The model was fitted on these rows: how well it predicts them says nothing about new ones.";
        if (ignored.Length > 0)
            yield return $"{Counting.Of(ignored.Length, "column")} not used: {Quoted(ignored, ShownNames)}.";
    }

    private static string? Said(CellReader reader) => reader.Unread == 0 ? null
        : $"{Counting.Of(reader.Unread, "row")} with {(reader.Column.Reading == ColumnReading.Category
            ? $"a '{reader.Column.Name}' that no training row has" : $"a '{reader.Column.Name}' that cannot be read, taken as missing")}: "
            + $"{CsvField.Quoted(reader.FirstUnread)}{(reader.Unread > 1 ? " first" : "")}.";

    private static string Quoted(string[] names, int most) =>
        string.Join(", ", names.Take(most).Select(name => $"'{name}'")) + (names.Length > most ? $" and {names.Length - most} more" : "");
}
