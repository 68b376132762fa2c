using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace FrameworkBench.Protocol.Arrays;

/// <summary>
/// Reads and writes NumPy's <c>.npy</c> files, format version 1.0: little-endian float32, float64, int32 and int64, C order.
/// </summary>
public static partial class NpyFile
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Writes an array.</summary>
    public static void Write(string path, NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        using FileStream stream = File.Create(path);
        string kind = array.Values switch
        {
            float[] => "<f4",
            double[] => "<f8",
            int[] => "<i4",
            _ => throw new ArgumentException(
                $"Cannot write an array of {array.Values.GetType().Name}; it must be float, double or int.", nameof(array)),
        };
        string extents = string.Join(", ", array.Shape) + (array.Shape.Count == 1 ? "," : "");
        string header = $"{{'descr': '{kind}', 'fortran_order': False, 'shape': ({extents}), }}";

        // NumPy wants the values to start at a multiple of 64 bytes and the header to end with a line feed.
        int unpadded = Magic.Length + 4 + header.Length + 1;
        header += new string(' ', (64 - (unpadded % 64)) % 64) + "\n";
        stream.Write(Magic);
        stream.Write([1, 0]);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        stream.Write(length);
        stream.Write(Encoding.Latin1.GetBytes(header));
        stream.Write(BytesOf(array.Values));
    }

    /// <summary>Reads an array; int64 values become int32.</summary>
    /// <exception cref="InvalidDataException">The file is not such an array; the message says what was found.</exception>
    public static NpyArray Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < 10 || !file.AsSpan(0, 6).SequenceEqual(Magic))
            throw new InvalidDataException($"{path}: not an .npy file (it does not start with \\x93NUMPY).");

        int version = file[6];
        int headerStart = version == 1 ? 10 : 12;
        if (file.Length < headerStart)
            throw new InvalidDataException($"{path}: the header is cut off.");
        int headerLength = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8))
            : BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8));
        if (headerLength < 0 || headerLength > file.Length - headerStart)
            throw new InvalidDataException($"{path}: the header is cut off.");

        string header = Encoding.Latin1.GetString(file, headerStart, headerLength);
        Match match = HeaderPattern().Match(header);
        if (!match.Success)
            throw new InvalidDataException($"{path}: the header '{header.Trim()}' is not a C-order array of one of <f4, <f8, <i4, <i8.");

        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(extent => Extent(extent, path))];
        double count = shape.Aggregate(1.0, (product, extent) => product * extent);
        ReadOnlySpan<byte> body = file.AsSpan(headerStart + headerLength);
        string kind = match.Groups["kind"].Value;
        int width = kind[1] - '0';
        if (body.Length != count * width)
            throw new InvalidDataException(
                $"{path}: shape ({string.Join(", ", shape)}) of {kind} needs {count * width} bytes of values, found {body.Length}.");

        Array values = kind switch
        {
            "f4" => MemoryMarshal.Cast<byte, float>(body).ToArray(),
            "f8" => MemoryMarshal.Cast<byte, double>(body).ToArray(),
            "i4" => MemoryMarshal.Cast<byte, int>(body).ToArray(),
            _ => Array.ConvertAll(MemoryMarshal.Cast<byte, long>(body).ToArray(), value => Narrowed(value, path)),
        };
        return new NpyArray(shape, values);
    }

    private static int Extent(string text, string path) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int extent)
            ? extent : throw new InvalidDataException($"{path}: the extent '{text}' is not a number up to {int.MaxValue}.");

    private static int Narrowed(long value, string path) =>
        value is >= int.MinValue and <= int.MaxValue
            ? (int)value : throw new InvalidDataException($"{path}: the value {value} does not fit into 32 bits.");

    private static ReadOnlySpan<byte> BytesOf(Array values) => values switch
    {
        float[] singles => MemoryMarshal.AsBytes<float>(singles),
        double[] doubles => MemoryMarshal.AsBytes<double>(doubles),
        _ => MemoryMarshal.AsBytes<int>((int[])values),
    };

    [GeneratedRegex(
        @"'descr':\s*'[<=](?<kind>f4|f8|i4|i8)',\s*'fortran_order':\s*False,\s*'shape':\s*\((?<shape>[\d,\s]*)\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderPattern();
}
