using FrameworkBench.Asking.Recognition;

namespace FrameworkBench.Keeping;

/// <summary>
/// Turns the texts of one column into cells, as it was done when the model was fitted, and remembers what it could not read.
/// </summary>
/// <param name="column">The column.</param>
internal sealed class CellReader(KeptColumn column)
{
    private readonly Dictionary<string, int> codes =
        column.Categories.Index().ToDictionary(category => category.Item, category => category.Index, StringComparer.Ordinal);

    /// <summary>The column.</summary>
    public KeptColumn Column => column;

    /// <summary>Texts that are no number, date or answer, and count as missing; of categories, those that are unknown.</summary>
    public int Unread { get; private set; }

    /// <summary>The first of them.</summary>
    public string FirstUnread { get; private set; } = "";

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cells">Receives a cell for each of the column's inputs.</param>
    public void Read(string text, Span<double> cells)
    {
        cells.Fill(double.NaN);
        if (!MissingMarker.Is(text) && !TryRead(text, cells))
        {
            FirstUnread = Unread++ == 0 ? text : FirstUnread;
            if (column.Reading == ColumnReading.Category)
                cells[0] = codes.Count;
        }
    }

    private bool TryRead(string text, Span<double> cells)
    {
        switch (column.Reading)
        {
            case ColumnReading.Number when NumberText.TryParse(text, column.Format, out double value, out _):
                cells[0] = value;
                return true;
            case ColumnReading.YesNo when YesNoText.IsAnswer(text):
                cells[0] = YesNoText.IsYes(text) ? 1 : 0;
                return true;
            case ColumnReading.Category when codes.TryGetValue(text, out int code):
                cells[0] = code;
                return true;
            case ColumnReading.Date when DateText.TryParse(text, column.Order, out DateTime date):
                for (int part = 0; part < cells.Length; part++)
                    cells[part] = DateParts.Of(column.Parts[part], date, column.First);
                return true;
            default:
                return false;
        }
    }
}
