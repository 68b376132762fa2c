using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace FrameworkBench.Trials.Storing;

/// <summary>
/// What stands before the content of a record: 88 bytes, little-endian, laid out in docs/store.md. A checksum of its own tells where a
/// record begins without reading its content; the digest covers both.
/// </summary>
/// <param name="Key">Names the trial.</param>
/// <param name="Revision">Of two records of one trial the one of the higher revision counts.</param>
/// <param name="Status">How the trial ended.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Digest">SHA-256 of the fields before it and the content.</param>
internal readonly record struct RecordHeader(Hash256 Key, long Revision, TrialStatus Status, int Length, Hash256 Digest)
{
    /// <summary>How contents are written today. Those of another format are left to the version that knows it.</summary>
    public const byte CurrentFormat = 3;

    /// <summary>Bytes of a header.</summary>
    public const int Size = 88;

    /// <summary>The most bytes of a record's content, and of what it unpacks to.</summary>
    public const int MostBytes = 1 << 30;

    private const int LengthAt = 4;
    private const int RevisionAt = 8;
    private const int KeyAt = 16;
    private const int StatusAt = 48;
    private const int FormatAt = 49;
    private const int DigestAt = 52;
    private const int ChecksumAt = 84;

    /// <summary>The first bytes of each record.</summary>
    public static ReadOnlySpan<byte> Magic => [0xF1, (byte)'F', (byte)'B', (byte)'T'];

    /// <summary>How the content is written.</summary>
    public byte Format { get; private init; } = CurrentFormat;

    /// <summary>Bytes of the whole record.</summary>
    public int RecordLength => Size + Length;

    /// <summary>Reads a header; null where the bytes are none.</summary>
    /// <param name="bytes">At least the bytes of a header.</param>
    public static RecordHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic) || BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) != Checksum(bytes))
            return null;
        var header = new RecordHeader(
            Hash256.Read(bytes[KeyAt..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[RevisionAt..]), (TrialStatus)bytes[StatusAt],
            BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthAt..]), Hash256.Read(bytes[DigestAt..]))
        {
            Format = bytes[FormatAt],
        };
        return header.Length is >= 0 and <= MostBytes ? header : null;
    }

    /// <summary>A whole record.</summary>
    public static byte[] Record(Hash256 key, long revision, TrialStatus status, ReadOnlySpan<byte> content)
    {
        byte[] record = new byte[Size + content.Length];
        Magic.CopyTo(record);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(LengthAt), content.Length);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(RevisionAt), revision);
        key.Write(record.AsSpan(KeyAt));
        record[StatusAt] = (byte)status;
        record[FormatAt] = CurrentFormat;
        content.CopyTo(record.AsSpan(Size));
        DigestOf(record).Write(record.AsSpan(DigestAt));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(ChecksumAt), Checksum(record));
        return record;
    }

    /// <summary>Whether a record is whole: its header this one, and its content what the digest says.</summary>
    public bool Fits(ReadOnlySpan<byte> record) =>
        record.Length == RecordLength && Read(record) == this && DigestOf(record) == Digest;

    private static Hash256 DigestOf(ReadOnlySpan<byte> record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(record[..DigestAt]);
        hash.AppendData(record[Size..]);
        return Hash256.Read(hash.GetHashAndReset());
    }

    // CRC-32C (RFC 3720).
    private static uint Checksum(ReadOnlySpan<byte> header)
    {
        uint checksum = uint.MaxValue;
        foreach (byte value in header[..ChecksumAt])
            checksum = BitOperations.Crc32C(checksum, value);
        return ~checksum;
    }
}
