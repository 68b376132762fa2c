using System.Globalization;
using CsvHelper;
using FrameworkBench.Reading;

namespace FrameworkBench.Pages.Data;

/// <summary>Writes CSV.</summary>
internal static class CsvText
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace };

    /// <summary>A number as the file holds it, to the last digit.</summary>
    internal static string Cell(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A cell as it was before it was written.</summary>
    internal static string Read(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..] : cell;

    /// <summary>
    /// A heading and lines, each ended by a line feed. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    /// </summary>
    internal static string Of(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> lines)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options))
        {
            foreach (IEnumerable<string> line in lines.Prepend(headings))
                csv.WriteRecord([.. line.Select(Plain)]);
        }

        return text.ToString();
    }

    private static string Plain(string cell) => VisibleText.Of(cell) is var visible && IsFormula(visible) ? $"'{visible}" : visible;

    // As OWASP's page on CSV injection lists them; a number is no formula, and neither is a sign alone.
    private static bool IsFormula(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠', _, ..]
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
