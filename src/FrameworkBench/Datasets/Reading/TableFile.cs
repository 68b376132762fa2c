using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using FrameworkBench.Reading;

namespace FrameworkBench.Datasets.Reading;

/// <summary>A file's decompressed bytes and the SHA-256 of those that it has.</summary>
internal sealed record TableFile(string Path, byte[] Bytes, string Checksum)
{
    /// <summary>The most bytes of a table, decompressed: it is held in memory as a whole.</summary>
    public const int MostBytes = 512 * 1024 * 1024;

    // Deflate cannot do better, so that a header that promises more lies.
    private const int MostCompression = 1032;

    // Magic number, flags, checksum and length.
    private const int LeastGzip = 18;

    /// <summary>What a reader of results should know of the file, such as that its text had to be converted; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Reads a file, through gzip when its name ends in <c>.gz</c>.</summary>
    /// <exception cref="DatasetException">There is no such file, it is no intact gzip file, or it is too large.</exception>
    public static TableFile Open(string path)
    {
        try
        {
            using FileStream file = RegularFile.Open(path);
            byte[] bytes = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Unpacked(file, path) : Whole(file, path);
            return Of(path, bytes);
        }
        catch (InvalidDataException)
        {
            throw new DatasetException(path, "not an intact gzip file, though its name ends in .gz");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException(path, "no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>A file of these bytes, which need not be written yet.</summary>
    public static TableFile Of(string path, byte[] bytes) => new(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>SHA-256 of a text's bytes, in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>The file's name without <c>.gz</c> and its other extension.</summary>
    public static string NameOf(string path)
    {
        string name = System.IO.Path.GetFileName(path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            name = name[..^3];
        return System.IO.Path.GetFileNameWithoutExtension(name);
    }

    private static byte[] Whole(FileStream file, string path)
    {
        if (file.Length > MostBytes)
            throw TooLarge(path, FormattableString.Invariant($"has {file.Length:N0} bytes"));
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Unpacked(FileStream file, string path)
    {
        if (file.Length == 0)
            throw new DatasetException(path, "the file is empty; expected a gzip file");
        byte[] bytes = new byte[Announced(file, path)];
        int count = 0;
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        while (true)
        {
            int read = gzip.Read(bytes.AsSpan(count));
            count += read;
            if (count < bytes.Length && read == 0)
                return bytes[..count];
            if (count < bytes.Length)
                continue;

            // A file of several parts announces only the length of the last.
            int next = gzip.ReadByte();
            if (next < 0)
                return bytes;
            if (count == MostBytes)
                throw TooLarge(path, FormattableString.Invariant($"unpacks to more than {MostBytes:N0} bytes"));
            Array.Resize(ref bytes, (int)Math.Min(MostBytes, Math.Max(1 << 16, 2L * count)));
            bytes[count++] = (byte)next;
        }
    }

    // The last four bytes are the length of what is packed.
    private static int Announced(FileStream file, string path)
    {
        if (file.Length < LeastGzip)
            return 0;
        Span<byte> length = stackalloc byte[sizeof(uint)];
        file.Seek(-length.Length, SeekOrigin.End);
        file.ReadExactly(length);
        file.Seek(0, SeekOrigin.Begin);
        uint announced = BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (announced > file.Length * MostCompression)
            return 0;
        return announced <= MostBytes
            ? (int)announced : throw TooLarge(path, FormattableString.Invariant($"unpacks to {announced:N0} bytes"));
    }

    private static DatasetException TooLarge(string path, string found) =>
        new(path, FormattableString.Invariant($"{found}; a table may have {MostBytes:N0}: take a sample of its rows"));
}
