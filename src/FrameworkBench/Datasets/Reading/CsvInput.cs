using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Turns the fields of one input column into numbers.</summary>
internal sealed class CsvInput
{
    private readonly CsvColumn column;
    private readonly string origin;
    private readonly ProblemList problems;
    private readonly TextCodes codes = new();

    public CsvInput(string name, CsvSchema schema, ProblemList problems)
    {
        Name = name;
        column = schema.Columns[name];
        origin = schema.Origin;
        this.problems = problems;
        foreach (string category in column.Categories ?? [])
            codes.Of(category);
    }

    public string Name { get; }

    /// <summary>The number of a field: its value, the code of its category, or NaN when it is missing.</summary>
    public double Read(string text, int line) => column.Role == ColumnRole.Numeric ? ReadNumber(text, line) : ReadCategory(text, line);

    /// <summary>
    /// Closes the column. Categories that were gathered while reading were numbered by first appearance; they are put into their stable
    /// order.
    /// </summary>
    public DatasetColumn Finish(double[] cells, int index, int stride)
    {
        if (column.Role == ColumnRole.Numeric)
            return DatasetColumn.Numeric(Name);
        if (column.Categories is not null)
            return DatasetColumn.Categorical(Name, column.Categories);
        (IReadOnlyList<string> ordered, int[] places) = codes.InStableOrder();
        for (int cell = index; cell < cells.Length; cell += stride)
            cells[cell] = double.IsNaN(cells[cell]) ? double.NaN : places[(int)cells[cell]];
        return DatasetColumn.Categorical(Name, ordered);
    }

    private double ReadNumber(string text, int line)
    {
        if (CsvField.IsMissing(text))
            return double.NaN;
        if (!CsvField.TryParseNumber(text, out double value))
        {
            string reason = column.Evidence ?? $"{origin} says that the column is numeric";
            problems.AddOfTable($"{CsvField.Quoted(text)} is not a number; {reason} (a missing value is an empty field)", line, Name);
            return double.NaN;
        }

        if (double.IsInfinity(value))
            problems.AddOfTable(
                $"{CsvField.Quoted(text)} is infinite; expected a finite number, or an empty field for a missing value", line, Name);
        else if (FloatRange.IsBeyond(value))
            problems.AddOfTable($"{CsvField.Quoted(text)} {FloatRange.Beyond}", line, Name);
        return value;
    }

    private double ReadCategory(string text, int line)
    {
        if (column.Categories is null)
            return CsvField.IsMissing(text) ? double.NaN : codes.Of(text);
        if (codes.Find(text) is { } code)
            return code;
        if (CsvField.IsMissing(text))
            return double.NaN;
        string hint = problems.IsFull ? "" : ClosestName.Hint(text, codes.Texts);
        problems.AddOfTable($"{CsvField.Quoted(text)} is not a category that {origin} names; {hint}", line, Name);
        return double.NaN;
    }
}
