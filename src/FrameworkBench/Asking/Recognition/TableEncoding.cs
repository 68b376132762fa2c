using System.Text;
using FrameworkBench.Datasets.Reading;

namespace FrameworkBench.Asking.Recognition;

/// <summary>Turns the bytes of a file into UTF-8 without a byte order mark.</summary>
internal static class TableEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same file in UTF-8: UTF-16 is told by its mark, and what is no UTF-8 is taken as Latin-1.</summary>
    public static TableFile InUtf8(TableFile file) => file.Bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file with { Bytes = file.Bytes[3..] },
        [0xFF, 0xFE, ..] => Recoded(file, Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => Recoded(file, Encoding.BigEndianUnicode, 2),
        _ => IsUtf8(file.Bytes) ? file : Recoded(file, Encoding.Latin1, 0),
    };

    private static TableFile Recoded(TableFile file, Encoding from, int start) =>
        file with { Bytes = Encoding.Convert(from, Strict, file.Bytes, start, file.Bytes.Length - start) };

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
