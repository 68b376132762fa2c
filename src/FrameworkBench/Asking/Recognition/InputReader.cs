using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Reading;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Turns the texts of one column into numbers, row by row: one input, or several of a date.</summary>
internal sealed class InputReader
{
    private readonly UnderstoodColumn column;
    private readonly TextCodes codes = new();
    private readonly double[] cells;
    private readonly List<DateTime?> dates = [];
    private int rows;

    /// <summary>Nothing read yet.</summary>
    /// <param name="column">What the column was taken for.</param>
    /// <param name="mostRows">Rows that may come, at most; their cells have their place from the beginning.</param>
    public InputReader(UnderstoodColumn column, int mostRows)
    {
        this.column = column;
        cells = new double[column.Reading == ColumnReading.Date ? 0 : mostRows];
    }

    /// <summary>The first date that was read.</summary>
    public DateTime First => dates.Min() ?? DateTime.UnixEpoch;

    /// <summary>The date of each row, of a column of dates.</summary>
    public IReadOnlyList<DateTime?> Dates => dates;

    /// <summary>Reads the text of the next row.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (column.Reading == ColumnReading.Date)
            dates.Add(Date(text));
        else
            cells[rows++] = MissingMarker.Is(text) ? double.NaN : column.Reading switch
            {
                ColumnReading.Number => NumberText.TryParse(text, column.Format, column.Unit, out double value, out _) ? value : double.NaN,
                ColumnReading.YesNo => YesNoText.IsYes(text) ? 1 : 0,
                _ => codes.Of(text),
            };
    }

    /// <summary>The inputs that the column gives, each with a cell a row.</summary>
    public IEnumerable<(DatasetColumn Column, double[] Cells)> Finish()
    {
        if (column.Reading == ColumnReading.Date)
            return Parts();
        double[] read = rows == cells.Length ? cells : cells[..rows];
        if (column.Reading != ColumnReading.Category)
            return [(DatasetColumn.Numeric(column.Name), read)];
        (IReadOnlyList<string> ordered, int[] places) = codes.InStableOrder();
        double[] ranks = Array.ConvertAll(read, cell => double.IsNaN(cell) ? cell : places[(int)cell]);
        return [(DatasetColumn.Categorical(column.Name, ordered), ranks)];
    }

    private DateTime? Date(ReadOnlySpan<char> text) =>
        !MissingMarker.Is(text) && DateText.TryParse(text, column.Order, out DateTime date) ? date : null;

    // Of a part that never changes nothing can be learned.
    private IEnumerable<(DatasetColumn Column, double[] Cells)> Parts()
    {
        DateTime first = First;
        return
        [
            .. from part in DateParts.All
               let read = dates.Select(date => date is { } day ? DateParts.Of(part, day, first) : double.NaN).ToArray()
               where read.Where(double.IsFinite).Distinct().Take(2).Count() == 2
               select (DatasetColumn.Numeric(DateParts.NameOf(column.Name, part)), read),
        ];
    }
}
