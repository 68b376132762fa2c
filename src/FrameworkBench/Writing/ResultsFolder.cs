using System.Text;
using FrameworkBench.Pages;

namespace FrameworkBench.Writing;

/// <summary>
/// Puts files into a results folder and the folders in it, all or none. Each folder's <c>SHA256SUMS</c> names the files that were
/// written into it, so that the next time it is known which files may go.
/// </summary>
internal static class ResultsFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Finds out before a long run whether files can be put into a folder. Nothing is left behind but the folders above it.
    /// </summary>
    /// <exception cref="IOException">They cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">They cannot.</exception>
    internal static void Try(string folder)
    {
        string target = Target(folder);
        if (File.Exists(target))
            throw new IOException($"{target}: results go into a folder, and this is a file");
        string beside = WorkFor(target), inside = Path.Combine(target, Path.GetFileName(beside));
        foreach (string work in Directory.Exists(target) ? new[] { beside, inside } : [beside])
        {
            Directory.CreateDirectory(work);
            Directory.Delete(work);
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
        var sums = new List<ResultFile>();
        foreach (var part in files.GroupBy(file => FolderOf(file.Path)))
        {
            var own = part.ToDictionary(file => NameOf(file.Path), file => Checksums.Of(file.Text), StringComparer.Ordinal);
            foreach ((string name, string sum) in Listed(target, part.Key))
            {
                // What stays keeps the checksum that it had: a file that was altered since shows as altered.
                if (!own.ContainsKey(name) && kept?.Invoke(Joined(part.Key, name)) == true)
                    own.Add(name, sum);
                else if (!own.ContainsKey(name))
                    stale.Add(Joined(part.Key, name));
            }

            sums.Add(new ResultFile(Joined(part.Key, Checksums.Name), Checksums.Text(own)));
        }

        foreach (string part in gone ?? [])
            stale.AddRange(Listed(target, part).Select(sum => sum.Key).Append(Checksums.Name).Select(name => Joined(part, name)));
        Replace([.. files, .. sums], stale, target);
        foreach (string part in stale.Select(FolderOf).Distinct().Select(part => Inside(target, part)))
        {
            if (Directory.Exists(part) && !Directory.EnumerateFileSystemEntries(part).Any())
                Directory.Delete(part);
        }
    }

    private static void Replace(IReadOnlyList<ResultFile> written, IReadOnlyList<string> stale, string target)
    {
        string work = WorkFor(target);
        string fresh = Path.Combine(work, "new"), old = Path.Combine(work, "old");
        try
        {
            foreach (ResultFile file in written)
            {
                string path = Inside(fresh, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, Utf8);
            }

            Exchange([.. written.Select(file => file.Path)], stale, fresh, target, old);
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    private static void Exchange(IReadOnlyList<string> written, IReadOnlyList<string> stale, string fresh, string target, string old)
    {
        var undo = new Stack<(string From, string To)>();
        try
        {
            foreach (string path in written.Concat(stale).Where(path => File.Exists(Inside(target, path))))
                Move(Inside(target, path), Inside(old, path), undo);
            foreach (string path in written)
                Move(Inside(fresh, path), Inside(target, path), undo);
        }
        catch
        {
            while (undo.TryPop(out var move))
                File.Move(move.To, move.From);
            throw;
        }
    }

    private static void Move(string from, string to, Stack<(string From, string To)> undo)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to);
        undo.Push((from, to));
    }

    private static string Target(string folder) => Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);

    private static string WorkFor(string target) => $"{target}.{Guid.NewGuid():N}.unfinished";

    private static string FolderOf(string path) => path[..(path.IndexOf('/') + 1)].TrimEnd('/');

    private static string NameOf(string path) => path[(path.IndexOf('/') + 1)..];

    private static string Joined(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static string Inside(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    // The list is a file that anybody may edit: it must not make us touch anything outside its folder.
    private static IEnumerable<KeyValuePair<string, string>> Listed(string target, string part) =>
        Checksums.In(Inside(target, part)).Where(sum => sum.Key is not ("." or "..") && Path.GetFileName(sum.Key) == sum.Key);
}
