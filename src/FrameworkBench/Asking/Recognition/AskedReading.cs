using FrameworkBench.Asking.Recognition.Texts;
using FrameworkBench.Datasets;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Reads a column as a user named it.</summary>
internal static class AskedReading
{
    /// <summary>What the column is then.</summary>
    /// <exception cref="DatasetException">None of its texts can be read so: it would be empty, and the answer one without it.</exception>
    public static UnderstoodColumn Of(TableQuestion question, string name, ColumnScan scan, ColumnReading reading, NumberFormat usual)
    {
        UnderstoodColumn column = ColumnRecognition.As(name, scan, reading, usual);
        (int read, string expected) = column.Reading switch
        {
            ColumnReading.Date => (scan.Dates(column.Order), "dates such as 2024-03-31"),
            ColumnReading.Number => (scan.Numbers(column), "numbers"),
            _ => (scan.Present, ""),
        };
        return read > 0 || scan.Present == 0 ? column : throw new DatasetException(
            question.Path, $"--as {name}={ReadingWords.Of(column.Reading)}: found "
                + $"'{ColumnRecognition.Short(scan.Counts.Keys.First())}', expected {expected}");
    }
}
