using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Reads a CSV file by its schema into a data set, and reports everything that is wrong with it at once.</summary>
internal static class CsvTableReader
{
    // Of 8 bytes each.
    private const int MostCells = 125_000_000;
    private const int UsualRows = 256;

    /// <exception cref="DatasetException">The file does not hold what the schema says, or nothing that can be learned.</exception>
    public static Dataset Read(TableFile file, CsvSchema schema, string name)
    {
        var problems = new ProblemList(file.Path, ProblemList.Screenful);
        CheckChecksum(file, schema, problems);
        using var records = new CsvRecords(file);
        string[] header = records.ReadHeader(problems);
        CheckHeader(header, records.Line, schema, problems);
        DatasetException.ThrowIfAny(problems);

        int targetField = Array.IndexOf(header, schema.Target);
        var target = new CsvTarget(schema, problems);
        int[] inputFields =
            [.. Enumerable.Range(0, header.Length)
                .Where(field => field != targetField && schema.Columns[header[field]].Role != ColumnRole.Ignored)];
        CsvInput[] inputs = [.. inputFields.Select(field => new CsvInput(header[field], schema, problems))];
        if (inputs.Length == 0)
            problems.AddOfTable($"no column to predict '{schema.Target}' from", records.Line);
        DatasetException.ThrowIfAny(problems);

        (int groupField, int timeField) = (Array.IndexOf(header, schema.Group), Array.IndexOf(header, schema.Time));
        CsvGroups? groups = schema.Group is { } group ? new CsvGroups(group, problems) : null;
        CsvTimes? times = schema.Time is { } time ? new CsvTimes(time, problems) : null;

        // Each cell takes a byte of the file at least, whatever number of rows somebody says there are.
        long expectedCells = (long)(schema.RowsSeen ?? schema.Rows ?? UsualRows) * inputs.Length;
        double[] cells = new double[Math.Min(Math.Min(expectedCells, file.Bytes.Length), MostCells)];
        int filled = 0;
        int rows = 0;
        while (records.Read())
        {
            rows++;
            if (records.Count != header.Length)
            {
                problems.AddOfTable($"found {Fields(records.Count)}, the header has {header.Length}", records.Line);
                continue;
            }

            if (filled + inputs.Length > MostCells)
                throw new DatasetException(file.Path, FormattableString.Invariant(
                    $"more than {MostCells:N0} cells; must be at most as many: take a sample of its rows, or fewer columns"));
            if (filled + inputs.Length > cells.Length)
                Array.Resize(ref cells, (int)Math.Min(MostCells, Math.Max(filled + inputs.Length, 2L * cells.Length)));
            for (int i = 0; i < inputs.Length; i++)
                cells[filled++] = inputs[i].Read(records[inputFields[i]], records.Line);
            target.Add(records[targetField], records.Line);
            groups?.Add(records[groupField], records.Line);
            times?.Add(records[timeField], records.Line);
        }

        if (rows == 0)
            problems.AddOfTable("only a header; expected at least one row");
        else if (schema.Rows is int expected && rows != expected)
            problems.AddOfTable($"found {rows} rows, {schema.Origin} says {expected}");
        DatasetException.ThrowIfAny(problems);
        Array.Resize(ref cells, filled);
        Dataset dataset = Assemble(file, schema, name, inputs, target, cells, rows, problems);
        dataset = dataset with { GroupName = schema.Group, Groups = groups?.Finish(), TimeName = schema.Time, Times = times?.Finish() };
        DatasetException.ThrowIfAny(problems);
        return dataset;
    }

    private static Dataset Assemble(
        TableFile file, CsvSchema schema, string name, CsvInput[] inputs, CsvTarget target, double[] cells, int rows, ProblemList problems)
    {
        DatasetColumn[] columns = [.. inputs.Select((input, column) => input.Finish(cells, column, inputs.Length))];
        (IReadOnlyList<string> classes, int[] labels) = target.Finish();
        DatasetException.ThrowIfAny(problems);
        bool regression = schema.Task == TaskKind.Regression;
        return new Dataset
        {
            Name = name,
            Task = regression ? TaskKind.Regression : classes.Count == 2 ? TaskKind.Binary : TaskKind.Multiclass,
            Columns = columns,
            Features = new FeatureMatrix(rows, inputs.Length, cells),
            TargetName = schema.Target,
            ClassNames = classes,
            Labels = labels,
            Values = target.Values,
            Checksum = file.Checksum,
            Notes = schema.Notes,
        };
    }

    private static void CheckChecksum(TableFile file, CsvSchema schema, ProblemList problems)
    {
        if (schema.Checksum is null || schema.Checksum == file.Checksum)
            return;
        problems.AddOfTable($"SHA-256 is {file.Checksum}, {schema.Origin} says {schema.Checksum}; the table was changed or is damaged");
        throw new DatasetException(problems);
    }

    private static void CheckHeader(string[] header, int line, CsvSchema schema, ProblemList problems)
    {
        if (problems.Any)
            return;
        if (!header.Contains(schema.Target))
            problems.AddOfTable($"no column '{schema.Target}' to predict; {ClosestName.Hint(schema.Target, header)}", line);
        foreach (string name in schema.Columns.Keys.Where(name => !header.Contains(name)))
            problems.AddOfTable($"no column '{name}', which {schema.Origin} names; {ClosestName.Hint(name, header)}", line);
        foreach (string name in header.Where(name => name != schema.Target && !schema.Columns.ContainsKey(name)))
            problems.AddOfTable($"not a column that {schema.Origin} names", line, name);
    }

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";
}
