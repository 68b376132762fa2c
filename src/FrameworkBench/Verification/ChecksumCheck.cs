using FrameworkBench.Writing;

namespace FrameworkBench.Verification;

/// <summary>Holds the files of a results' folder against <c>SHA256SUMS</c>, and the files that were written against both.</summary>
internal static class ChecksumCheck
{
    internal static IEnumerable<Discrepancy> Of(string folder)
    {
        IReadOnlyDictionary<string, string> sums = Checksums.In(folder);
        foreach ((string path, string sum) in sums)
        {
            string file = Path.Combine(folder, path);
            string found = File.Exists(file) ? Checksums.OfFile(file) : "no file";
            if (found != sum)
                yield return new Discrepancy(path, null, "SHA-256", found, sum);
        }

        string data = Path.Combine(folder, "data");
        IEnumerable<string> tables = Directory.Exists(data) ? Directory.EnumerateFiles(data).Select(file => $"data/{Path.GetFileName(file)}") : [];
        IEnumerable<string> written = ResultsFolder.Written(folder).Concat(tables).Distinct().Order(StringComparer.Ordinal);
        foreach (string path in written.Where(path => !sums.ContainsKey(path)))
            yield return new Discrepancy(Checksums.Name, null, path, "no checksum", "one of each file that was written");
    }
}
