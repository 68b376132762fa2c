using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Walks over the records of a CSV file, header first, with the line on which each begins.</summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly CsvParser parser;
    private int previousRawRow;

    public CsvRecords(TableFile file, char delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            TrimOptions = TrimOptions.Trim,
            CacheFields = true,
            // A quote inside a field that is not quoted is kept as it is: the field is judged by its column.
            BadDataFound = null,
        };
        parser = new CsvParser(new StreamReader(new MemoryStream(file.Bytes), new UTF8Encoding(false)), configuration);
    }

    /// <summary>The line of the file on which the record begins, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Number of fields of the record.</summary>
    public int Count => parser.Count;

    /// <summary>A field's text without surrounding blanks and quotes.</summary>
    public string this[int field] => parser[field];

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    public bool Read()
    {
        if (!parser.Read())
            return false;
        int linesOfRecord = 1 + parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
        Line = Math.Max(previousRawRow + 1, parser.RawRow - linesOfRecord + 1);
        previousRawRow = parser.RawRow;
        return true;
    }

    /// <summary>The record's fields.</summary>
    public string[] Fields() => parser.Record!;

    public void Dispose() => parser.Dispose();

    /// <summary>Reads the header, and tells what is wrong with it.</summary>
    public string[] ReadHeader(ProblemList problems)
    {
        if (!Read())
        {
            problems.Add("the file is empty; expected a header line and rows");
            throw problems.Exception();
        }

        string[] header = Fields();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int field = 0; field < header.Length; field++)
        {
            string name = header[field];
            if (name.Length == 0)
                problems.Add($"field {field + 1} of the header is empty; every column needs a name", Line);
            else if (!first.TryAdd(name, field))
                problems.Add($"occurs twice in the header, as field {first[name] + 1} and as field {field + 1}; names must differ", Line, name);
        }

        return header;
    }

    /// <summary>The separator that occurs most often in the first line, outside quotes: comma, semicolon or tab.</summary>
    public static char DetectDelimiter(TableFile file)
    {
        Span<int> counts = [0, 0, 0];
        const string Candidates = ",;\t";
        bool quoted = false;
        foreach (byte value in file.Bytes)
        {
            char character = (char)value;
            if (character == '"')
                quoted = !quoted;
            if (character == '\n' && !quoted)
                break;
            int candidate = Candidates.IndexOf(character);
            if (candidate >= 0 && !quoted)
                counts[candidate]++;
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        return Candidates[best];
    }
}
