using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FrameworkBench.Protocol;
using FrameworkBench.Reading;

namespace FrameworkBench.Trials.Storing;

/// <summary>
/// An outcome as the file of its own that it was kept in before there were segments: <c>{"format":2,"sha256":"…","outcome":{…}}</c>. The
/// checksum covers the trial's key and the bytes of the outcome. Files of format 1 are the outcome alone and have no checksum.
/// </summary>
internal static class LooseRecord
{
    private const int ChecksumLength = 64;
    private const string Extension = ".json";

    // No member of an outcome is null unless its type says that it may be.
    private static readonly JsonSerializerOptions Options =
        new(ProtocolJson.Options) { RespectNullableAnnotations = true, Converters = { new VisibleTextConverter() } };

    private static ReadOnlySpan<byte> Versioned => "{\"format\":"u8;

    private static ReadOnlySpan<byte> Head => "{\"format\":2,\"sha256\":\""u8;

    private static ReadOnlySpan<byte> Neck => "\",\"outcome\":"u8;

    private static ReadOnlySpan<byte> Tail => "}"u8;

    /// <summary>Whether a folder holds such files: it is named by the first two digits of theirs.</summary>
    public static bool IsFolder(string name) => name.Length == 2 && name.All(char.IsAsciiHexDigitLower);

    /// <summary>The file of a trial.</summary>
    public static string NameOf(TrialKey key) => $"{key.Hash[..2]}/{key.Hash}{Extension}";

    /// <summary>The trial of a file; null of a file that is none of these.</summary>
    public static TrialKey? KeyOf(string folder, string file) =>
        file.EndsWith(Extension, StringComparison.Ordinal) && file.StartsWith(folder, StringComparison.Ordinal)
            && Hash256.Parse(file[..^Extension.Length]) is { } hash ? new TrialKey(hash) : null;

    /// <summary>Whether another version of the program wrote a file and may know how to read it.</summary>
    public static bool IsOfLaterFormat(IReadableFile file)
    {
        Span<byte> start = stackalloc byte[Head.Length];
        return file.Read(0, start) == start.Length && start.StartsWith(Versioned) && !start.StartsWith(Head);
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="InvalidDataException">It was altered or torn, is another trial's or of a later format, or is none.</exception>
    public static Outcome Read(TrialKey key, ReadOnlySpan<byte> bytes) =>
        OutcomeOf(bytes.StartsWith(Versioned) ? Content(key, bytes) : bytes);

    /// <summary>The bytes of such a file.</summary>
    /// <exception cref="InvalidDataException">It is empty or too large.</exception>
    public static byte[] BytesOf(IReadableFile file)
    {
        if (file.Length is 0 or > RecordHeader.MostBytes)
            throw new InvalidDataException(file.Length == 0 ? "it is empty" : "it is too large");
        return SegmentScan.Read(file, new SegmentPart(0, file.Length, null));
    }

    /// <summary>Reads an outcome in JSON.</summary>
    /// <exception cref="InvalidDataException">The text is none.</exception>
    public static Outcome OutcomeOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Outcome>(json, Options) ?? throw new InvalidDataException("it says null");
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
