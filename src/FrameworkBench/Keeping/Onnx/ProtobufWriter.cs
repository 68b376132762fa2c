using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace FrameworkBench.Keeping.Onnx;

/// <summary>
/// Writes messages in the wire format of protocol buffers: a field is its number and kind, then a number of variable length, or a length
/// and so many bytes.
/// </summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0, Bytes = 2, Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> written = new();

    /// <summary>Writes a number.</summary>
    public void Number(int field, long value)
    {
        Put((ulong)((field << 3) | Varint));
        Put(unchecked((ulong)value));
    }

    /// <summary>Writes a float.</summary>
    public void Single(int field, float value)
    {
        Put((ulong)((field << 3) | Fixed32));
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        written.Write(bytes);
    }

    /// <summary>Writes bytes.</summary>
    public void Raw(int field, ReadOnlySpan<byte> bytes)
    {
        Put((ulong)((field << 3) | Bytes));
        Put((ulong)bytes.Length);
        written.Write(bytes);
    }

    /// <summary>Writes a text.</summary>
    public void Text(int field, string text) => Raw(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes numbers, packed.</summary>
    public void Numbers(int field, IEnumerable<long> values)
    {
        var packed = new ProtobufWriter();
        foreach (long value in values)
            packed.Put(unchecked((ulong)value));
        Raw(field, packed.Written);
    }

    /// <summary>Writes a message.</summary>
    public void Message(int field, Action<ProtobufWriter> write)
    {
        var inner = new ProtobufWriter();
        write(inner);
        Raw(field, inner.Written);
    }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    /// <summary>The bytes of an array of numbers, little-endian.</summary>
    public static ReadOnlySpan<byte> BytesOf(Array values) => values switch
    {
        float[] singles => MemoryMarshal.AsBytes<float>(singles),
        double[] doubles => MemoryMarshal.AsBytes<double>(doubles),
        long[] integers => MemoryMarshal.AsBytes<long>(integers),
        _ => throw new ArgumentException($"ONNX is given no array of {values.GetType().Name}.", nameof(values)),
    };

    private void Put(ulong value)
    {
        const int Longest = 10;
        Span<byte> bytes = written.GetSpan(Longest);
        int length = 0;
        for (; value >= 0x80; value >>= 7)
            bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
        written.Advance(length);
    }
}
