using System.Text;
using CsvHelper;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Walks over the records of a CSV file, header first, with the line on which each begins; finds the separator itself.</summary>
internal sealed class CsvRecords(TableFile file) : IDisposable
{
    // Beyond any table's; a quote that is not closed makes one record of all that follows.
    private const int MostRecordBytes = 10_000_000;
    private const int MostColumns = 50_000;

    private static readonly CsvReaderOptions Options = new() { HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true };

    private readonly CsvReader reader = CsvReader.Create(file.Bytes, Options);
    private char[] characters = new char[256];

    /// <summary>The line of the file on which the record begins, counted from 1.</summary>
    public int Line => checked((int)reader.LineNumber);

    /// <summary>Number of fields of the record.</summary>
    public int Count => reader.FieldCount;

    /// <summary>A field's text without surrounding blanks and quotes.</summary>
    public string this[int field] => reader.GetString(field);

    /// <summary>The same characters without a string of their own, until the next field is read.</summary>
    public ReadOnlySpan<char> Characters(int field)
    {
        ReadOnlySpan<byte> bytes = reader.GetSpan(field);
        if (bytes.Length > characters.Length)
            characters = new char[Math.Max(bytes.Length, 2 * characters.Length)];
        return characters.AsSpan(0, Encoding.UTF8.GetChars(bytes, characters));
    }

    /// <summary>Goes to the next record; false at the end of the file.</summary>
    /// <exception cref="DatasetException">It is too long.</exception>
    public bool Read()
    {
        if (!reader.Read())
            return false;
        int length = reader.RawRecord.Length;
        if (length > MostRecordBytes)
            throw Refused(FormattableString.Invariant(
                $"a row of {length:N0} bytes; must be at most {MostRecordBytes:N0} (is a quote not closed?)"));
        return true;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Reads the header, and reports what is wrong with it.</summary>
    public string[] ReadHeader(ProblemList problems)
    {
        if (!Read())
        {
            problems.AddOfTable("the file is empty; expected a header line and rows");
            throw new DatasetException(problems);
        }

        if (Count > MostColumns)
            throw Refused(FormattableString.Invariant($"found {Count:N0} columns; must be at most {MostColumns:N0}"));
        string[] header = [.. Enumerable.Range(0, Count).Select(field => this[field])];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int field = 0; field < header.Length; field++)
        {
            string name = header[field];
            if (name.Length == 0)
                problems.AddOfTable($"field {field + 1} of the header is empty; every column needs a name", Line);
            else if (!first.TryAdd(name, field))
                problems.AddOfTable($"duplicate column name, in fields {first[name] + 1} and {field + 1}", Line, ScalarNode.Shorten(name));
        }

        return header;
    }

    private DatasetException Refused(string message) => new([new Problem(file.Path, Line, null, null, message)]);
}
