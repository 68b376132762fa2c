using System.IO.Compression;
using System.Text;
using FrameworkBench.Datasets;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Datasets;

/// <summary>Bytes that are no CSV file in UTF-8, and files that are larger than a table may be.</summary>
public sealed class TableEncodingTests : IDisposable
{
    private const string Accents = "a,y\n1,café\n2,cafè\n3,café\n4,cafè\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_of_an_older_spreadsheet_keeps_its_classes_apart_and_says_how_it_is_read()
    {
        Dataset table = Read(Encoding.Latin1.GetBytes(Accents));

        Assert.Equal(["cafè", "café"], table.ClassNames);
        Assert.Equal(
            ["the file is not UTF-8 and is read as Windows-1252: the byte 0xE9 on line 2 is 'é'"], table.Notes);
    }

    [Fact]
    public void The_encoding_is_no_part_of_the_checksum_of_a_table_in_UTF8()
    {
        string path = folder.Write("table.csv", Accents);

        var table = Dataset.FromCsv(path, "y", TaskKind.Binary);

        Assert.Empty(table.Notes);
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), table.Checksum);
    }

    public static TheoryData<string> Encodings => ["utf-16", "utf-16BE", "utf-32", "utf-32BE", "utf-8"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_mark_at_the_beginning_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Dataset table = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Accents)]);

        Assert.Equal(["cafè", "café"], table.ClassNames);
        Assert.Equal("a", table.Columns[0].Name);
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void A_byte_that_is_not_UTF8_among_characters_that_are_is_reported_by_its_line() => Assert.Equal(
        "table.csv:4: the byte 0xE9 is not UTF-8, as other characters of the file are; save it as UTF-8",
        MessageOf([.. Encoding.UTF8.GetBytes("a,y\n1,café\n2,cafè\n3,caf"), 0xE9, .. "\n4,cafè\n"u8]));

    [Theory]
    [InlineData("1F8B0800", "table.csv: no CSV but a gzip file; give it a name that ends in .gz")]
    [InlineData("504B0304", "table.csv: no CSV but a zip archive or an Excel workbook; save the table as CSV")]
    [InlineData("612C790A312C000A", "table.csv:2: a NUL byte; expected a CSV file in UTF-8")]
    public void What_is_no_text_is_reported(string bytes, string message) =>
        Assert.Equal(message, MessageOf(Convert.FromHexString(bytes)));

    [Fact]
    public void A_file_that_unpacks_to_too_much_is_refused_before_there_is_room_for_it()
    {
        string path = Path.Combine(folder.Path, "table.csv.gz");
        using (FileStream file = File.Create(path))
        {
            // The length of what is packed stands in the last bytes; the file must be long enough for it to be possible.
            file.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]);
            file.SetLength(1_500_000);
            file.Seek(-4, SeekOrigin.End);
            file.Write(BitConverter.GetBytes(1_500_000_000));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y"));

        Assert.Equal(
            $"{path}: unpacks to 1,500,000,000 bytes; a table may have 536,870,912: take a sample of its rows", exception.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_gzip_file_of_several_parts_is_read_whole()
    {
        string path = Path.Combine(folder.Path, "table.csv.gz");
        using (FileStream file = File.Create(path))
        {
            foreach (string part in new[] { "a,y\n1,no\n2,yes\n", string.Concat(Enumerable.Repeat("3,no\n", 50_000)), "4,yes\n" })
            {
                using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
                gzip.Write(Encoding.UTF8.GetBytes(part));
            }
        }

        Assert.Equal(50_003, Dataset.FromCsv(path, "y", TaskKind.Binary).Rows);
    }

    [Fact]
    public void A_large_file_is_refused_by_its_length()
    {
        string path = Path.Combine(folder.Path, "table.csv");
        using (FileStream file = File.Create(path))
            file.SetLength(3_000_000_000);

        Assert.Equal(
            $"{path}: has 3,000,000,000 bytes; a table may have 536,870,912: take a sample of its rows",
            Assert.Throws<DatasetException>(() => Dataset.FromCsv(path, "y")).Message);
    }

    [Fact]
    public void A_quote_that_is_not_closed_in_a_long_file_is_suspected() => Assert.Equal(
        "table.csv:2: a row of 12,000,004 bytes; must be at most 10,000,000 (is a quote not closed?)",
        MessageOf(Encoding.UTF8.GetBytes($"a,y\n1,\"{string.Concat(Enumerable.Repeat("2,no\n", 2_400_000))}x")));

    [Fact]
    public void Too_many_columns_are_reported() => Assert.Equal(
        "table.csv:1: found 60,000 columns; must be at most 50,000",
        MessageOf(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 60_000)) + "\n")));

    [Fact]
    public void A_long_field_is_quoted_by_its_beginning()
    {
        string rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i}.5,{i % 2}\n"));

        string message = MessageOf(Encoding.UTF8.GetBytes($"a,y\n{rows}{new string('z', 1_000_000)},1\n"));

        Assert.StartsWith($"table.csv:102: column 'a': '{new string('z', 100)}…' is not a number; ", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 150, 400);
    }

    [Theory]
    [InlineData("1,5", "2,25", "a decimal comma")]
    [InlineData("1.234,5", "12.345,5", "thousands separators")]
    [InlineData("1,234", "12,345,678", "thousands separators")]
    [InlineData("1 234", "12 345", "thousands separators")]
    [InlineData("12 %", "8.5%", "a percent sign")]
    [InlineData("$ 12.50", "$8", "a currency sign")]
    [InlineData("12 €", "8,50 €", "a currency sign")]
    public void Numbers_in_a_notation_that_is_not_read_are_reported(string one, string other, string notation)
    {
        string path = folder.Write("table.csv", $"a;y\n{one};no\n{other};yes\n{one};yes\n7;no\n");

        var table = Dataset.FromCsv(path, "y");

        Assert.Equal(
            [$"column 'a' is read as categories: '{one}' and other values are numbers with {notation}, which is not read; "
                + "write digits and a decimal point"],
            table.Notes);
    }

    [Fact]
    public void A_target_in_such_a_notation_is_reported_too()
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"{i};{i},5\n"));

        string message = MessageOf(Encoding.UTF8.GetBytes($"a;y\n{rows}"));

        Assert.EndsWith(
            "30 different classes in 30 rows; is the target another column, or a regression? "
                + "'0,5' and other values are numbers with a decimal comma, which is not read; write digits and a decimal point",
            message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("red", "blue")]
    [InlineData("2024-01-05", "2024-02-05")]
    [InlineData("10-20", "20-30")]
    [InlineData("A,5", "B,5")]
    [InlineData("12:30", "13:45")]
    public void Other_texts_are_categories_without_a_word(string one, string other)
    {
        string path = folder.Write("table.csv", $"a;y\n{one};no\n{other};yes\n{one};yes\n{other};no\n");

        Assert.Empty(Dataset.FromCsv(path, "y").Notes);
    }

    private Dataset Read(byte[] bytes)
    {
        string path = Path.Combine(folder.Path, "table.csv");
        File.WriteAllBytes(path, bytes);
        return Dataset.FromCsv(path, "y");
    }

    private string MessageOf(byte[] bytes) =>
        Assert.Throws<DatasetException>(() => Read(bytes)).Message.Replace(folder.Path + Path.DirectorySeparatorChar, "");
}
