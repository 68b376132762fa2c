using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking.Recognition;

/// <summary>One pass over a file: its header, its rows, and what the texts of each column have in common.</summary>
internal sealed record TableScan
{
    /// <summary>What stands for the name of a column without one, before its number.</summary>
    public const string Unnamed = "column ";

    // A tenth of the rows may be torn; more says that the file is something else.
    private const double MostTorn = 0.1;

    /// <summary>The file.</summary>
    public required TableFile File { get; init; }

    /// <summary>The columns' names, all different.</summary>
    public required string[] Header { get; init; }

    /// <summary>What the texts of each column have in common.</summary>
    public required IReadOnlyList<ColumnScan> Columns { get; init; }

    /// <summary>Rows with as many fields as the header.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows with more or fewer fields, which are left out.</summary>
    public required int Torn { get; init; }

    /// <summary>
    /// Whether all names in the header are numbers, as in a file without a header line. Names that count columns or years are names.
    /// </summary>
    public bool MayLackHeader
    {
        get
        {
            double[] numbers =
                [.. Header.Select(name => NumberText.TryParse(name, NumberFormat.Point, out double number, out _) ? number : double.NaN)];
            return !numbers.Any(double.IsNaN) && !numbers.Zip(numbers.Skip(1)).All(two => two.Second == two.First + 1);
        }
    }

    /// <summary>The decimal sign of the file's numbers.</summary>
    public NumberFormat Usual =>
        Columns.Count(column => column.PrefersComma) > Columns.Count(column => column.PrefersPoint && HasDecimals(column))
            ? NumberFormat.Comma : NumberFormat.Point;

    /// <summary>Looks through a file.</summary>
    /// <exception cref="DatasetException">It has no rows, or too many that do not fit its header.</exception>
    public static TableScan Of(TableFile file)
    {
        file = TableEncoding.InUtf8(file);
        using var records = new CsvRecords(file);
        if (!records.Read())
            throw new DatasetException(file.Path, "the file is empty; expected a header line and rows");
        string[] header = NamesOf([.. Enumerable.Range(0, records.Count).Select(field => records[field])]);
        ColumnScan[] columns = [.. header.Select(_ => new ColumnScan())];
        int rows = 0, torn = 0;
        string firstTorn = "";
        while (records.Read())
        {
            if (IsBlank(records, header.Length))
                continue;
            if (records.Count != header.Length)
            {
                if (torn++ == 0)
                    firstTorn = $"line {records.Line} with {Counting.Of(records.Count, "field")}";
                continue;
            }

            rows++;
            for (int field = 0; field < columns.Length; field++)
                columns[field].Add(records.Characters(field));
        }

        if (rows + torn == 0)
            throw new DatasetException(file.Path, "only a header; expected rows");
        if (torn > MostTorn * (rows + torn))
            throw new DatasetException(
                file.Path, $"{torn} of {rows + torn} rows do not have the {Counting.Of(header.Length, "field")} of the header, the first "
                    + $"{firstTorn}; is it a CSV file with a header line?");
        return new TableScan { File = file, Header = header, Columns = columns, Rows = rows, Torn = torn };
    }

    /// <summary>Whether a record is an empty line.</summary>
    public static bool IsBlank(CsvRecords records, int columns) => columns > 1 && records.Count == 1 && records.Characters(0).IsEmpty;

    /// <summary>The columns' names, all different, by what a header says.</summary>
    public static string[] NamesOf(string[] header)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string[] names = new string[header.Length];
        for (int field = 0; field < header.Length; field++)
        {
            string name = header[field].Length == 0 ? $"{Unnamed}{field + 1}" : header[field], free = name;
            for (int number = 2; !taken.Add(free); number++)
                free = $"{name} ({number})";
            names[field] = free;
        }

        return names;
    }

    private static bool HasDecimals(ColumnScan column) => !column.OnlyWholeNumbers;
}
