using System.Security.Cryptography;
using FrameworkBench.Reading;

namespace FrameworkBench.Writing;

/// <summary>
/// <c>SHA256SUMS</c>: the files that were written into a folder, with their checksums, in the form that <c>sha256sum --check</c> reads.
/// </summary>
internal static class Checksums
{
    internal const string Name = "SHA256SUMS";

    /// <summary>
    /// Reads the checksums of a folder by its files' names; none when it has no such file. Lines of another form are passed over.
    /// </summary>
    internal static IReadOnlyDictionary<string, string> In(string folder)
    {
        string path = Path.Combine(folder, Name);
        return !File.Exists(path) ? new Dictionary<string, string>() : RegularFile.ReadText(path)
            .ReplaceLineEndings("\n").Split('\n').Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[1]).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }

    /// <summary>The text of some checksums, in the order of their files.</summary>
    internal static string Text(IEnumerable<KeyValuePair<string, string>> sums) =>
        string.Concat(sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => $"{sum.Value}  {sum.Key}\n"));

    /// <summary>SHA-256 of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static string OfFile(string path)
    {
        using FileStream file = RegularFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
