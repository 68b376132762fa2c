using System.IO.Compression;
using System.Security.Cryptography;

namespace FrameworkBench.Datasets.Reading;

/// <summary>A file's decompressed bytes and their SHA-256.</summary>
internal sealed record TableFile(string Path, byte[] Bytes, string Checksum)
{
    /// <summary>Reads a file, through gzip when its name ends in <c>.gz</c>.</summary>
    /// <exception cref="DatasetException">There is no such file, or it is no intact gzip file.</exception>
    public static TableFile Open(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using var content = new MemoryStream();
            if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                using var gzip = new GZipStream(file, CompressionMode.Decompress);
                gzip.CopyTo(content);
                if (content.Length == 0 && file.Length == 0)
                    throw new DatasetException(path, "the file is empty; expected a gzip file");
            }
            else
            {
                file.CopyTo(content);
            }

            byte[] bytes = content.ToArray();
            return new TableFile(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
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
}
