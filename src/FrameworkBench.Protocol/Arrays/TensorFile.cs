using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Arrays;

/// <summary>
/// Reads and writes several arrays and a text in one file of the format safetensors, which libraries of many languages read: the length
/// of a JSON header (8 bytes, little-endian), the header, and the arrays' bytes one after another. The arrays are called 0, 1, 2, …;
/// the last one, <c>checksum</c>, is the SHA-256 of all bytes before it.
/// </summary>
public static class TensorFile
{
    private const string Metadata = "__metadata__";
    private const string Checksum = "checksum";
    private const int LengthBytes = 8;
    private const int Alignment = 8;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes a file.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="format">What the text is, and in which version.</param>
    /// <param name="text">The text.</param>
    /// <param name="arrays">The arrays, of floats, doubles or ints.</param>
    public static void Write(Stream stream, string format, string text, IReadOnlyList<NpyArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        byte[] header = HeaderOf(format, text, arrays);
        byte[] length = new byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        using var checksum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Put(length);
        Put(header);
        foreach (NpyArray array in arrays)
            Put(BytesOf(array.Values));
        stream.Write(checksum.GetHashAndReset());

        void Put(ReadOnlySpan<byte> bytes)
        {
            checksum.AppendData(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <exception cref="InvalidDataException">It is none, or was altered; the message says what was found.</exception>
    public static (string Format, string Text, IReadOnlyList<NpyArray> Arrays) Read(ReadOnlyMemory<byte> file)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < LengthBytes + SHA256.HashSizeInBytes
            || BinaryPrimitives.ReadInt64LittleEndian(bytes) is not (> 0 and var length)
            || length > bytes.Length - LengthBytes - SHA256.HashSizeInBytes)
            throw new InvalidDataException("it is no safetensors file, or only a part of one.");
        if (!SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
            throw new InvalidDataException("its checksum is not that of its content: it was altered, cut off or made by another program.");
        try
        {
            Dictionary<string, JsonElement> header =
                JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(bytes.Slice(LengthBytes, (int)length))
                ?? throw new JsonException("null");
            JsonElement said = header[Metadata];
            return (
                said.GetProperty("format").GetString() ?? "", said.GetProperty("text").GetString() ?? "",
                ArraysOf(header, file[(LengthBytes + (int)length)..]));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"its header cannot be read: {error.Message}", error);
        }
    }

    private static byte[] HeaderOf(string format, string text, IReadOnlyList<NpyArray> arrays)
    {
        var header = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Metadata] = new Dictionary<string, string>(StringComparer.Ordinal) { ["format"] = format, ["text"] = text },
        };
        long end = 0;
        foreach ((int number, NpyArray array) in arrays.Index())
            header.Add($"{number}", Entry(KindOf(array.Values), [.. array.Shape], Buffer.ByteLength(array.Values), ref end));
        header.Add(Checksum, Entry("U8", [SHA256.HashSizeInBytes], SHA256.HashSizeInBytes, ref end));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header, Options);
        int padded = (json.Length + Alignment - 1) / Alignment * Alignment;
        return [.. json, .. Enumerable.Repeat((byte)' ', padded - json.Length)];
    }

    private static TensorEntry Entry(string kind, int[] shape, long bytes, ref long end)
    {
        long start = end;
        end += bytes;
        return new TensorEntry(kind, shape, [start, end]);
    }

    private static NpyArray[] ArraysOf(Dictionary<string, JsonElement> header, ReadOnlyMemory<byte> data)
    {
        var arrays = new NpyArray[Math.Max(0, header.Keys.Count(name => name is not (Metadata or Checksum)))];
        long end = 0;
        for (int number = 0; number < arrays.Length; number++)
        {
            TensorEntry entry = header[$"{number}"].Deserialize<TensorEntry>(Options) ?? throw new JsonException($"array {number} is null");
            arrays[number] = ArrayOf(number, entry, data.Span, ref end);
        }

        if (end != data.Length - SHA256.HashSizeInBytes)
            throw new InvalidDataException($"its arrays have {end} bytes, found {data.Length - SHA256.HashSizeInBytes}.");
        return arrays;
    }

    private static NpyArray ArrayOf(int number, TensorEntry entry, ReadOnlySpan<byte> data, ref long end)
    {
        double count = entry.Shape.Aggregate(1.0, (product, extent) => product * extent);
        int width = entry.Kind switch { "F32" or "I32" => 4, "F64" => 8, _ => 0 };
        long bytes = (long)Math.Min(count * width, long.MaxValue / 2);
        if (width == 0 || entry.Shape.Length == 0 || Array.Exists(entry.Shape, extent => extent < 0)
            || entry.Offsets is not [var start, var stop] || start != end || stop - start != bytes || stop > data.Length)
            throw new InvalidDataException($"array {number} is {entry.Kind} of shape ({string.Join(", ", entry.Shape)}) at "
                + $"{string.Join(" to ", entry.Offsets)}, which cannot be.");
        end = stop;
        ReadOnlySpan<byte> body = data.Slice((int)start, (int)bytes);
        return new NpyArray(entry.Shape, entry.Kind switch
        {
            "F32" => MemoryMarshal.Cast<byte, float>(body).ToArray(),
            "F64" => MemoryMarshal.Cast<byte, double>(body).ToArray(),
            _ => MemoryMarshal.Cast<byte, int>(body).ToArray(),
        });
    }

    private static string KindOf(Array values) => values switch
    {
        float[] => "F32",
        double[] => "F64",
        int[] => "I32",
        _ => throw new ArgumentException($"Cannot write an array of {values.GetType().Name}; it must be float, double or int."),
    };

    private static ReadOnlySpan<byte> BytesOf(Array values) => values switch
    {
        float[] singles => MemoryMarshal.AsBytes<float>(singles),
        double[] doubles => MemoryMarshal.AsBytes<double>(doubles),
        _ => MemoryMarshal.AsBytes<int>((int[])values),
    };

    // One array in the header.
    private sealed record TensorEntry(
        [property: JsonPropertyName("dtype")] string Kind,
        [property: JsonPropertyName("shape")] int[] Shape,
        [property: JsonPropertyName("data_offsets")] long[] Offsets);
}
