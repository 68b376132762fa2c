using FrameworkBench.Pages;

namespace FrameworkBench.Writing;

/// <summary>
/// Puts files into a results folder and the folders in it, all or none. Each folder's <c>SHA256SUMS</c> names the files that were
/// written into it, so that the next time it is known which files may go.
/// </summary>
internal static class ResultsFolder
{
    /// <summary>
    /// Finds out before a long run whether files can be put into a folder, and ends what a killed run began there. Nothing is left behind
    /// but the folders above it.
    /// </summary>
    /// <exception cref="IOException">They cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">They cannot.</exception>
    internal static void Try(string folder)
    {
        string target = Target(folder);
        if (File.Exists(target))
            throw new IOException($"{target}: results go into a folder, and this is a file");
        using (ResultsExchange.Begin(target))
        {
            if (!Directory.Exists(target))
                return;
            string inside = Path.Combine(target, $".{Guid.NewGuid():N}.unfinished");
            Directory.CreateDirectory(inside);
            Directory.Delete(inside);
        }
    }

    /// <summary>Writes all files beside the folder first, then moves each to its place; after a failure everything is put back.</summary>
    /// <param name="files">The files, in the results folder or one folder down.</param>
    /// <param name="folder">The results folder.</param>
    /// <param name="gone">Folders in it whose files go, although none is written there.</param>
    /// <param name="kept">Files of before that stay although they are not written again; none when it is null.</param>
    internal static void Put(
        IReadOnlyList<ResultFile> files, string folder, IEnumerable<string>? gone = null, Func<string, bool>? kept = null)
    {
        string target = Target(folder);
        var stale = new List<string>();
        using (var exchange = ResultsExchange.Begin(target))
        {
            foreach (var part in files.GroupBy(file => FolderOf(file.Path)))
                stale.AddRange(Write(exchange, target, part, kept));
            foreach (string part in gone ?? [])
                stale.AddRange(Listed(target, part).Select(sum => sum.Key).Append(Checksums.Name).Select(name => Joined(part, name)));
            exchange.Replace(stale);
        }

        foreach (string part in stale.Select(FolderOf).Distinct().Select(part => Inside(target, part)))
        {
            if (Directory.Exists(part) && !Directory.EnumerateFileSystemEntries(part).Any())
                Directory.Delete(part);
        }
    }

    // The files that an earlier run listed there and that are not written again.
    private static IEnumerable<string> Write(
        ResultsExchange exchange, string target, IGrouping<string, ResultFile> files, Func<string, bool>? kept)
    {
        var sums = files.ToDictionary(file => NameOf(file.Path), exchange.Write, StringComparer.Ordinal);
        var before = Listed(target, files.Key).Where(sum => !sums.ContainsKey(sum.Key))
            .ToLookup(sum => kept?.Invoke(Joined(files.Key, sum.Key)) == true);

        // What stays keeps the checksum that it had: a file that was altered since shows as altered.
        exchange.Write(new ResultFile(Joined(files.Key, Checksums.Name), Checksums.Text(sums.Concat(before[true]))));
        return before[false].Select(sum => Joined(files.Key, sum.Key));
    }

    private static string Target(string folder) => Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);

    private static string FolderOf(string path) => path[..(path.IndexOf('/') + 1)].TrimEnd('/');

    private static string NameOf(string path) => path[(path.IndexOf('/') + 1)..];

    private static string Joined(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    internal static string Inside(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    // The list is a file that anybody may edit: it must not make us touch anything outside its folder.
    private static IEnumerable<KeyValuePair<string, string>> Listed(string target, string part) =>
        Checksums.In(Inside(target, part)).Where(sum => sum.Key is not ("." or "..") && Path.GetFileName(sum.Key) == sum.Key);
}
