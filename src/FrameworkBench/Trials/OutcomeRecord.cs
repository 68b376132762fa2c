using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Reading;

namespace FrameworkBench.Trials;

/// <summary>
/// An outcome as the bytes of a file: <c>{"format":2,"sha256":"…","outcome":{…}}</c>. The checksum covers the trial's key and the bytes of
/// the outcome, so that neither an altered outcome nor that of another trial is taken for it. Files of format 1 are the outcome alone and
/// have no checksum.
/// </summary>
internal static class OutcomeRecord
{
    private const int ChecksumLength = 64;

    // No member of an outcome is null unless its type says that it may be.
    private static readonly JsonSerializerOptions Options =
        new(ProtocolJson.Options) { RespectNullableAnnotations = true, Converters = { new VisibleTextConverter() } };

    private static ReadOnlySpan<byte> Versioned => "{\"format\":"u8;

    private static ReadOnlySpan<byte> Head => "{\"format\":2,\"sha256\":\""u8;

    private static ReadOnlySpan<byte> Neck => "\",\"outcome\":"u8;

    private static ReadOnlySpan<byte> Tail => "}"u8;

    /// <summary>The bytes of a record.</summary>
    public static byte[] Write(TrialKey key, Outcome outcome)
    {
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(outcome, ProtocolJson.Options);
        return [.. Head, .. ChecksumOf(key, content), .. Neck, .. content, .. Tail];
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="InvalidDataException">It was altered or torn, is another trial's or of a later format, or is none.</exception>
    public static Outcome Read(TrialKey key, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> content = bytes.StartsWith(Versioned) ? Content(key, bytes) : bytes;
        try
        {
            return JsonSerializer.Deserialize<Outcome>(content, Options) ?? throw new InvalidDataException("it says null");
        }
        catch (Exception error)
            when (error is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("it is not an outcome", error);
        }
    }

    private static ReadOnlySpan<byte> Content(TrialKey key, ReadOnlySpan<byte> bytes)
    {
        int start = Head.Length + ChecksumLength + Neck.Length;
        if (!bytes.StartsWith(Head))
            throw new InvalidDataException("its format is not known");
        if (bytes.Length < start + Tail.Length || !bytes[..start].EndsWith(Neck) || !bytes.EndsWith(Tail))
            throw new InvalidDataException("it is torn");
        ReadOnlySpan<byte> content = bytes[start..^Tail.Length];
        return bytes.Slice(Head.Length, ChecksumLength).SequenceEqual(ChecksumOf(key, content))
            ? content
            : throw new InvalidDataException("its content does not match its checksum");
    }

    private static byte[] ChecksumOf(TrialKey key, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(key.Hash));
        hash.AppendData(content);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
