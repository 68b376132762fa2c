using System.Security.Cryptography;
using System.Text;
using FrameworkBench.Pages;

namespace FrameworkBench.Writing;

/// <summary>
/// <c>SHA256SUMS</c>: the checksum of every file that was written into a results' folder, in the form that <c>sha256sum --check</c> reads.
/// </summary>
internal static class Checksums
{
    internal const string Name = "SHA256SUMS";

    /// <summary>Reads the checksums of a folder by path; none when it has no such file. Lines of another form are passed over.</summary>
    internal static IReadOnlyDictionary<string, string> In(string folder)
    {
        string path = Path.Combine(folder, Name);
        return !File.Exists(path) ? new Dictionary<string, string>() : File.ReadLines(path)
            .Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[1]).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }

    /// <summary>The file of some checksums, in the order of their paths.</summary>
    internal static ResultFile Write(IEnumerable<KeyValuePair<string, string>> sums) =>
        new(Name, string.Concat(sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => $"{sum.Value}  {sum.Key}\n")));

    /// <summary>SHA-256 of a text as it is written, in lower-case hexadecimal.</summary>
    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static string OfFile(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
