using System.Globalization;
using CsvHelper;

namespace FrameworkBench.Pages.Data;

/// <summary>Writes CSV.</summary>
internal static class CsvText
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace };

    /// <summary>A number as the file holds it, to the last digit.</summary>
    internal static string Cell(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A heading and lines, each ended by a line feed.</summary>
    internal static string Of(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> lines)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options))
        {
            foreach (IEnumerable<string> line in lines.Prepend(headings))
                csv.WriteRecord([.. line]);
        }

        return text.ToString();
    }
}
