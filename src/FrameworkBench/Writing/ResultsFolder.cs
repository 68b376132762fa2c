using System.Text;
using FrameworkBench.Pages;

namespace FrameworkBench.Writing;

/// <summary>
/// Puts files into a folder, all or none. It keeps a list of what it wrote, so that the next time it knows which files
/// are its own and may go.
/// </summary>
internal static class ResultsFolder
{
    /// <summary>The list, in the folder; one path a line.</summary>
    internal const string List = ".pages";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What was written into the folder before; empty when there is no list of it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="list">The list's name.</param>
    internal static IReadOnlyList<string> Written(string folder, string list = List) =>
        Inside(folder, list) is var path && File.Exists(path) ? [.. File.ReadAllLines(path).Where(line => line.Length > 0)] : [];

    /// <summary>Finds out before a long run whether files can be put into a folder. Nothing is left behind but the folders above it.</summary>
    /// <exception cref="IOException">They cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">They cannot.</exception>
    internal static void Try(string folder)
    {
        string target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
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
    /// <param name="files">The files.</param>
    /// <param name="folder">Where they go.</param>
    /// <param name="kept">Which files of before stay although they are not written again.</param>
    /// <param name="list">The name of the list that they are on: each writer has its own, so that none takes another's files away.</param>
    internal static void Put(IReadOnlyList<ResultFile> files, string folder, Func<string, bool> kept, string list = List)
    {
        string target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var before = Written(target, list).Except(files.Select(file => file.Path), StringComparer.Ordinal).ToLookup(kept);
        var listed = new ResultFile(list, string.Concat(files.Select(file => file.Path).Concat(before[true]).Order(StringComparer.Ordinal).Select(path => path + "\n")));
        ResultFile sums = Sums([.. files, listed], before, target);
        string work = WorkFor(target);
        string fresh = Path.Combine(work, "new"), old = Path.Combine(work, "old");
        try
        {
            IReadOnlyList<ResultFile> written = [.. files, listed, sums];
            foreach (ResultFile file in written)
            {
                string path = Inside(fresh, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, Utf8);
            }

            Exchange([.. written.Select(file => file.Path)], [.. before[false].Where(path => IsInside(target, path))], fresh, target, old);
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    // What stays keeps the checksum that it had: a file that was altered since shows as altered.
    private static ResultFile Sums(IReadOnlyList<ResultFile> written, ILookup<bool, string> before, string target)
    {
        var sums = new Dictionary<string, string>(Checksums.In(target), StringComparer.Ordinal);
        foreach (string path in before[false])
            sums.Remove(path);
        foreach (string path in before[true].Where(path => File.Exists(Inside(target, path))))
            sums.TryAdd(path, Checksums.OfFile(Inside(target, path)));
        foreach (ResultFile file in written)
            sums[file.Path] = Checksums.Of(file.Text);
        return Checksums.Write(sums);
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

    private static string WorkFor(string target) => $"{target}.{Guid.NewGuid():N}.unfinished";

    private static string Inside(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    // The list is a file that anybody may edit: it must not make us touch anything outside.
    private static bool IsInside(string folder, string path) =>
        Path.GetFullPath(Inside(folder, path)).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
