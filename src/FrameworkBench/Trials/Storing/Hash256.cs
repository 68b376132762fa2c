using System.Buffers.Binary;

namespace FrameworkBench.Trials.Storing;

/// <summary>The 32 bytes of a SHA-256.</summary>
/// <param name="High">The first 16 bytes, as a big-endian number.</param>
/// <param name="Low">The last 16 bytes, as a big-endian number.</param>
internal readonly record struct Hash256(UInt128 High, UInt128 Low)
{
    /// <summary>Its bytes.</summary>
    public const int Size = 32;

    /// <summary>Reads 64 lower-case hexadecimal digits; null where the text is anything else.</summary>
    public static Hash256? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = new byte[Size];
        return text.Length == 2 * Size && text.All(char.IsAsciiHexDigitLower)
            && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? Read(bytes) : null;
    }

    /// <summary>Reads 32 bytes.</summary>
    public static Hash256 Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[(Size / 2)..]));

    /// <summary>Writes 32 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[(Size / 2)..], Low);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => $"{High:x32}{Low:x32}";

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(uint)Low;
}
