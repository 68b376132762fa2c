using System.Globalization;
using System.Text;
using System.Text.Unicode;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>Makes UTF-8 of a table's bytes, or says why they are no text.</summary>
internal static class TableEncoding
{
    private const int Windows1252 = 1252;

    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true), new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    private static readonly (byte[] Start, string What)[] Packed =
    [
        ([0x1F, 0x8B], "a gzip file; give it a name that ends in .gz"),
        ([(byte)'P', (byte)'K', 3, 4], "a zip archive or an Excel workbook; save the table as CSV"),
        ([(byte)'P', (byte)'A', (byte)'R', (byte)'1'], "a Parquet file; save the table as CSV"),
    ];

    /// <summary>
    /// The file in UTF-8. UTF-16 and UTF-32 are known by their mark. What is not UTF-8, and has no character of it beyond ASCII either, is
    /// read as Windows-1252, the encoding of older spreadsheets, with a note. The checksum stays that of the file.
    /// </summary>
    /// <exception cref="DatasetException">It is no text, or in parts UTF-8 and in parts not.</exception>
    public static TableFile InUtf8(TableFile file)
    {
        byte[] bytes = file.Bytes;
        foreach ((byte[] start, string what) in Packed)
        {
            if (bytes.AsSpan().StartsWith(start))
                throw new DatasetException(file.Path, $"no CSV but {what}");
        }

        if (Array.Find(Marked, encoding => bytes.AsSpan().StartsWith(encoding.Preamble)) is { } marked)
        {
            int start = marked.Preamble.Length;
            return file with { Bytes = Encoding.Convert(marked, Encoding.UTF8, bytes, start, bytes.Length - start) };
        }

        int nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
            throw At(file, nul, "a NUL byte; expected a CSV file in UTF-8");
        return Utf8.IsValid(bytes) ? file : Converted(file);
    }

    private static TableFile Converted(TableFile file)
    {
        (int? wrong, bool hasUtf8) = Look(file.Bytes);
        if (wrong is not int place)
            return file;
        byte found = file.Bytes[place];
        if (hasUtf8)
            throw At(file, place, $"the byte 0x{found:X2} is not UTF-8, as other characters of the file are; save it as UTF-8");
        Encoding windows = CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!;
        string letter = windows.GetString([found]);
        string line = LineOf(file.Bytes, place).ToString(CultureInfo.InvariantCulture);
        return file with
        {
            Bytes = Encoding.Convert(windows, Encoding.UTF8, file.Bytes),
            Note = $"the file is not UTF-8 and is read as Windows-1252: the byte 0x{found:X2} on line {line} is '{letter}'",
        };
    }

    // The first byte that is not UTF-8, and whether any character beyond ASCII is.
    private static (int? Wrong, bool HasUtf8) Look(ReadOnlySpan<byte> bytes)
    {
        int? wrong = null;
        bool hasUtf8 = false;
        int mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        for (int place = mark; place < bytes.Length;)
        {
            int ascii = bytes[place..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                break;
            place += ascii;
            bool sound = Rune.DecodeFromUtf8(bytes[place..], out _, out int length) == System.Buffers.OperationStatus.Done;
            hasUtf8 |= sound;
            if (!sound)
                wrong ??= place;
            place += length;
        }

        return (wrong, hasUtf8);
    }

    private static DatasetException At(TableFile file, int place, string message) =>
        new([new Problem(file.Path, LineOf(file.Bytes, place), null, null, message)]);

    private static int LineOf(ReadOnlySpan<byte> bytes, int place) => 1 + bytes[..place].Count((byte)'\n');
}
