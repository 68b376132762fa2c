using FrameworkBench.Asking.Recognition;
using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets.Reading;

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

    /// <summary>
    /// What is wrong with the text that was read last: it has a sign that may part thousands or separate decimals, where the training rows
    /// had none. Null for nothing. Read as thousands, a number from a file with the other decimal sign is a thousand times too large.
    /// </summary>
    public string? Ambiguous { get; private set; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cells">Receives a cell for each of the column's inputs.</param>
    public void Read(string text, Span<double> cells)
    {
        cells.Fill(double.NaN);
        Ambiguous = null;
        bool isCategory = column.Reading == ColumnReading.Category && codes.ContainsKey(text);
        if ((isCategory || !MissingMarker.Is(text)) && !TryRead(text, cells))
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
            case ColumnReading.Number when NumberText.TryParse(
                text, column.Format, column.Unit, out double value, out NumberMarks marks):
                cells[0] = value;
                (char decimals, char thousands) = column.Format == NumberFormat.Point ? ('.', ',') : (',', '.');
                if (column.Thousands == false && marks.HasFlag(NumberMarks.Thousands) && text.Contains(thousands, StringComparison.Ordinal))
                    Ambiguous = $"'{column.Name}': {CsvField.Quoted(text)} has a '{thousands}', which no training row had; expected "
                        + $"'{decimals}' before decimals and no sign between thousands";
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
