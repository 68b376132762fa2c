using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Understands a CSV file as a statistician would: what each column is, which rows count, what to be wary of.</summary>
internal static class TableReader
{
    /// <summary>With fewer rows, no comparison of models means anything.</summary>
    public const int FewestRows = 20;

    private const long MostCells = 8_000_000;

    /// <summary>Reads a table.</summary>
    /// <exception cref="DatasetException">Nothing can be learned from it; the exception says why and what would help.</exception>
    public static UnderstoodTable Read(TableQuestion question)
    {
        var scan = TableScan.Of(TableFile.Open(question.Path));
        CheckNames(question, scan);
        int targetField = Array.IndexOf(scan.Header, question.Target);
        NumberFormat usual = scan.Usual;
        UnderstoodColumn target = TargetRecognition.Of(question, scan, usual);
        UnderstoodColumn[] columns =
        [
            .. scan.Header.Select((name, field) => field == targetField ? target
                : question.Readings.TryGetValue(name, out ColumnReading reading)
                    ? AskedReading.Of(question, name, scan.Columns[field], reading, usual)
                    : CopyOf(scan, field, targetField) ?? ColumnRecognition.Input(name, scan.Columns[field], usual)),
        ];
        CheckRange(question, scan, columns);
        int inputs = columns.Count(column => column.IsInput) - 1;
        if (inputs == 0)
            throw new DatasetException(question.Path, $"no column is left to predict '{question.Target}' from: "
                + string.Join(
                    "; ", columns.Where(column => column != target).Take(5).Select(column => $"'{column.Name}' is {Why(column)}")));
        int[]? drawn = question.MostRows is { } most
            ? Draw(TargetsOf(target, scan.Columns[targetField]), (int)Math.Min(most, Math.Max(1_000, MostCells / inputs)), question.Seed)
            : null;
        return Fill(question, scan, columns, targetField, drawn);
    }

    private static string Why(UnderstoodColumn column) => column.Notes.Count > 0 ? column.Notes[^1] : "left out as asked";

    private static void CheckRange(TableQuestion question, TableScan scan, UnderstoodColumn[] columns)
    {
        foreach ((int field, UnderstoodColumn column) in columns.Index())
        {
            if (column.Reading == ColumnReading.Number && scan.Columns[field].Beyond is { } beyond)
            {
                throw new DatasetException(
                    question.Path, $"column '{column.Name}': '{ColumnRecognition.Short(beyond)}' {FloatRange.Beyond}"
                        + (column.Name == question.Target ? "" : $", or leave it out: --as {ShellWord.Quote($"{column.Name}=ignore")}"));
            }
        }
    }

    private static void CheckNames(TableQuestion question, TableScan scan)
    {
        if (question.Target.Length == 0)
            throw new DatasetException(
                question.Path, $"which column should be predicted? Give --target COLUMN, one of {string.Join(", ", scan.Header)}");
        string[] problems =
        [
            .. new[] { question.Target, question.Order }.OfType<string>().Concat(question.Readings.Keys)
                .Where(name => !scan.Header.Contains(name)).Distinct()
                .Select(name => $"no column '{name}'{(name == question.Target ? " to predict" : "")}; "
                    + ClosestName.Hint(name, scan.Header)),
        ];
        if (problems.Length > 0)
            throw new DatasetException([.. problems.Select(problem => new Problem(question.Path, null, null, null, problem))]);
        if (question.Readings.TryGetValue(question.Target, out ColumnReading reading)
            && reading is ColumnReading.Ignored or ColumnReading.Date or ColumnReading.Group)
            throw new DatasetException(
                question.Path, $"'{question.Target}' is the target; read it as a number or a category");
        if (question.Order == question.Target)
            throw new DatasetException(question.Path, $"'{question.Target}' is the target; expected another column as the order");
        string[] groups = [.. question.Readings.Where(column => column.Value == ColumnReading.Group).Select(column => $"'{column.Key}'")];
        if (groups.Length > 0 && question.Order is { } order)
            throw new DatasetException(
                question.Path, $"{groups[0]} is to group the rows and '{order}' to order them; expected one of the two");
        if (groups.Length > 1)
            throw new DatasetException(question.Path, $"{Phrase.And(groups)} are to group the rows; give one column that does");
    }

    // A copy of the target would give the answer away, and one of another input tells nothing new.
    private static UnderstoodColumn? CopyOf(TableScan scan, int field, int targetField)
    {
        ulong own = scan.Columns[field].Fingerprint;
        if (scan.Columns[field].Distinct < 2)
            return null;
        int first = scan.Columns[targetField].Fingerprint == own
            ? targetField : Enumerable.Range(0, field).FirstOrDefault(other => scan.Columns[other].Fingerprint == own, -1);
        return first < 0 ? null : ColumnRecognition.LeftOut(scan.Header[field], $"the same as '{scan.Header[first]}'");
    }

    // The rows that have a target. Others are none to draw from.
    private static int TargetsOf(UnderstoodColumn target, ColumnScan column) =>
        target.Reading == ColumnReading.Number ? column.Numbers(target)
            : column.Present + (target.HasMarkersAsClasses ? column.Marked : 0);

    private static int[]? Draw(int rows, int most, uint seed)
    {
        if (rows <= most)
            return null;
        int[] drawn = new NumpyRandom(seed).Permutation(rows)[..most];
        Array.Sort(drawn);
        return drawn;
    }

    private static UnderstoodTable Fill(
        TableQuestion question, TableScan scan, UnderstoodColumn[] columns, int targetField, int[]? drawn)
    {
        UnderstoodColumn target = columns[targetField];
        (int Field, InputReader Reader)[] readers =
        [
            .. columns.Index().Where(column => column.Index != targetField && column.Item.IsInput)
                .Select(column => (column.Index, new InputReader(column.Item, drawn?.Length ?? scan.Rows))),
        ];
        var grouping = new RowGrouping(question, scan, columns);
        var targets = new TargetReader(target);
        int orderField = Array.IndexOf(scan.Header, question.Order);
        List<double> moments = [];
        using var records = new CsvRecords(scan.File);
        records.Read();
        for (int row = 0, next = 0; records.Read();)
        {
            if (records.Count != scan.Header.Length || TableScan.IsBlank(records, scan.Header.Length))
                continue;
            ReadOnlySpan<char> text = records.Characters(targetField);
            if (!targets.IsThere(text))
                continue;
            bool taken = drawn is null || (next < drawn.Length && drawn[next] == row);
            row++;
            next += taken ? 1 : 0;
            if (!taken)
                continue;
            targets.Add(text);
            foreach ((int field, InputReader reader) in readers)
                reader.Add(records.Characters(field));
            grouping.Add(records);
            if (orderField >= 0)
                moments.Add(MomentOf(question, columns[orderField], records, orderField));
        }

        (string Source, DatasetColumn Column, double[] Cells)[] inputs =
            [.. readers.SelectMany(one => one.Reader.Finish().Select(part => (scan.Header[one.Field], part.Column, part.Cells)))];
        if (inputs.Length == 0)
            throw new DatasetException(
                question.Path, $"no column is left to predict '{question.Target}' from: all rows that count have the same date");
        TimeOrder? order = question.Order is { } named ? TimeOrder.By(named, moments)
            : grouping.IsAsked || !question.FindsOrder ? null
            : TimeOrder.Of(
                readers.Where(one => columns[one.Field].Reading == ColumnReading.Date)
                    .Select(one => (scan.Header[one.Field], one.Reader.Dates)));
        Dataset dataset = targets.Finish(new Dataset
        {
            Name = TableFile.NameOf(question.Path),
            Task = TaskKind.Regression,
            Columns = [.. inputs.Select(input => input.Column)],
            Features = Together([.. inputs.Select(input => input.Cells)], targets.Rows),
            TargetName = question.Target,
            TimeName = order?.Column,
            Times = order?.Times,
            SampleOf = drawn is null ? null : TargetsOf(target, scan.Columns[targetField]),
            Checksum = ChecksumOf(scan.File, columns, drawn, question.Seed),
        });
        if (dataset.Rows < FewestRows)
            throw new DatasetException(
                question.Path, $"only {Counting.Of(dataset.Rows, "row")} can be used; expected at least {FewestRows}");
        if (order?.Times.Max() == 0)
            throw new DatasetException(question.Path, $"every row has the same '{order.Column}'; expected a column that orders the rows");
        if (!dataset.IsClassification && dataset.Values.Distinct().Take(2).Count() < 2)
            throw new DatasetException(question.Path, $"every row has the same '{question.Target}'; there is nothing to predict");
        dataset = grouping.Of(dataset, question.Path);
        string[] sources = [.. inputs.Select(input => input.Source)];
        (IReadOnlyList<string> warnings, bool imbalanced, bool judgedByArea) =
            TableWarnings.Of(question, dataset, scan, columns, targets.Dropped, grouping.Likely(dataset, sources));
        return new UnderstoodTable
        {
            Dataset = dataset,
            Columns = [.. columns.Index().Select(column => WithFirst(column.Item, column.Index))],
            FileChecksum = scan.File.Checksum,
            RowsInFile = scan.Rows,
            Warnings = [.. HeaderNote(scan), .. warnings, .. SentinelValues.Among(dataset)],
            IsImbalanced = imbalanced,
            IsJudgedByArea = judgedByArea,
            Sources = sources,
            Dates = order?.Dates ?? [],
        };

        UnderstoodColumn WithFirst(UnderstoodColumn column, int field) => column.Reading != ColumnReading.Date ? column
            : column with { First = readers.First(one => one.Field == field).Reader.First };
    }

    private static string[] HeaderNote(TableScan scan) => !scan.MayLackHeader ? [] :
    [
        $"All names in the header are numbers, such as '{scan.Header[0]}': if the file lacks a header line, its first row is "
            + "taken for one.",
    ];

    private static double MomentOf(TableQuestion question, UnderstoodColumn column, CsvRecords records, int field)
    {
        ReadOnlySpan<char> text = records.Characters(field);
        if (column.Reading == ColumnReading.Date && DateText.TryParse(text, column.Order, out DateTime date))
            return date.Ticks;
        if (column.Reading != ColumnReading.Date && NumberText.TryParse(text, column.Format, column.Unit, out double number, out _))
            return number;
        string found = MissingMarker.Is(text)
            ? "is missing" : $"'{ColumnRecognition.Short(text.ToString())}' is neither a number nor a date";
        throw new DatasetException(
            [new Problem(question.Path, records.Line, null, column.Name, $"{found}; every row needs its place in the order")]);
    }

    private static FeatureMatrix Together(double[][] columns, int rows)
    {
        double[] values = new double[(long)rows * columns.Length];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int row = 0; row < rows; row++)
                values[(row * columns.Length) + column] = columns[column][row];
        }

        return new FeatureMatrix(rows, columns.Length, values);
    }

    // The same bytes read in another way are another table.
    private static string ChecksumOf(TableFile file, UnderstoodColumn[] columns, int[]? drawn, uint seed) => TableFile.Hash(
        string.Join('\n', columns.Select(column => $"{column.Name}:{column.Reading}:{column.Format}{column.Unit}:{column.Order}")
            .Prepend($"asked {file.Checksum} {(drawn is null ? "" : $"{drawn.Length} of seed {seed}")}")));
}
