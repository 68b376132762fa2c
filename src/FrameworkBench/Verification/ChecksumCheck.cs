using FrameworkBench.Writing;

namespace FrameworkBench.Verification;

/// <summary>Holds the files of a results folder, and of the folders in it, against their <c>SHA256SUMS</c>.</summary>
internal static class ChecksumCheck
{
    internal static IEnumerable<Discrepancy> Of(string folder) =>
        [.. OfFolder(folder, ""),
            .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .SelectMany(inner => OfFolder(inner, Path.GetFileName(inner) + "/"))];

    private static IEnumerable<Discrepancy> OfFolder(string folder, string prefix)
    {
        IReadOnlyDictionary<string, string> sums = Checksums.In(folder);
        foreach ((string name, string sum) in sums)
        {
            string file = Path.Combine(folder, name);
            string found = File.Exists(file) ? Checksums.OfFile(file) : "no file";
            if (found != sum)
                yield return new Discrepancy(prefix + name, null, "SHA-256", found, sum);
        }

        string[] others =
            [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file))
                .Where(name => name != Checksums.Name && name[0] != '.' && !sums.ContainsKey(name)).Order(StringComparer.Ordinal)];
        foreach (string name in others)
            yield return new Discrepancy(prefix + Checksums.Name, null, name, "no checksum", "one of each file");
    }
}
