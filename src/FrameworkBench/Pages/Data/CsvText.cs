using System.Globalization;
using CsvHelper;
using FrameworkBench.Reading;

namespace FrameworkBench.Pages.Data;

/// <summary>Writes CSV.</summary>
internal static class CsvText
{
    // Enough for all processors, and a few megabytes.
    private const int LinesOfPart = 256, PartsAtOnce = 16;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace };

    private static readonly CsvReaderOptions Reading = new() { Separator = ',', TrackLineNumbers = true };

    /// <summary>A number as the file holds it, to the last digit.</summary>
    internal static string Cell(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>An end of an interval, to the last digit; empty where there is none.</summary>
    internal static string End(double? end) => end is double number && double.IsFinite(number) ? Cell(number) : "";

    /// <summary>A cell as it was before it was written.</summary>
    internal static string Read(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..] : cell;

    /// <summary>
    /// A heading and lines, each ended by a line feed. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    /// </summary>
    internal static string Of(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> lines) => Lines(lines.Prepend(headings));

    /// <summary>As <see cref="Of"/>, with each cell as it is: for readers that take none for a formula.</summary>
    internal static string Exact(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> lines) =>
        Lines(lines.Prepend(headings), cell => cell);

    /// <summary>A table of as many lines as there are trials, piece by piece; each piece is made when it is read.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="rows">What each line is about.</param>
    /// <param name="cells">The cells of a line; called by several threads.</param>
    internal static IEnumerable<string> Parts<T>(IEnumerable<string> headings, IEnumerable<T> rows, Func<T, IEnumerable<string>> cells) =>
        rows.Chunk(LinesOfPart).Chunk(PartsAtOnce)
            .SelectMany(parts => parts.AsParallel().AsOrdered().Select(part => Lines(part.Select(cells))).ToArray())
            .Prepend(Lines([headings]));

    /// <summary>
    /// Reads a file: its headings, and for each line its number and its cells by their headings, as before they were written.
    /// </summary>
    internal static (string[] Headings, IReadOnlyList<(int Line, IReadOnlyDictionary<string, string> Cells)> Rows) Table(string text)
    {
        var rows = new List<(int, IReadOnlyDictionary<string, string>)>();
        string[] headings = [];
        using var csv = CsvReader.FromText(text, Reading);
        while (csv.Read())
        {
            if (rows.Count == 0)
                headings = [.. csv.Headers.ToArray()];
            var cells = new Dictionary<string, string>(headings.Length, StringComparer.Ordinal);
            for (int field = 0; field < Math.Min(headings.Length, csv.FieldCount); field++)
                cells[headings[field]] = Read(csv.GetString(field));
            rows.Add(((int)csv.LineNumber, cells));
        }

        return (headings, rows);
    }

    private static string Lines(IEnumerable<IEnumerable<string>> lines) => Lines(lines, Plain);

    private static string Lines(IEnumerable<IEnumerable<string>> lines, Func<string, string> written)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options))
        {
            foreach (IEnumerable<string> line in lines)
                csv.WriteRecord([.. line.Select(written)]);
        }

        return text.ToString();
    }

    private static string Plain(string cell) => VisibleText.Of(cell) is var visible && IsFormula(visible) ? $"'{visible}" : visible;

    // As OWASP's page on CSV injection lists them; a number is no formula, and neither is a sign alone.
    private static bool IsFormula(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠', _, ..]
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
