using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FrameworkBench.Reporting;

/// <summary>Writes CSV.</summary>
internal static class CsvText
{
    /// <summary>A heading and lines, each ended by a line feed.</summary>
    internal static string Of(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> lines)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            foreach (IEnumerable<string> line in lines.Prepend(headings))
            {
                foreach (string cell in line)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
