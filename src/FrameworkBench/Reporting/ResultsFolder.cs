using System.Text;

namespace FrameworkBench.Reporting;

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
    internal static IReadOnlyList<string> Written(string folder)
    {
        string list = Inside(folder, List);
        return File.Exists(list) ? [.. File.ReadAllLines(list).Where(path => path.Length > 0)] : [];
    }

    /// <summary>Writes all files beside the folder first, then moves each to its place; after a failure everything is put back.</summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">Where they go.</param>
    /// <param name="kept">Which files of before stay although they are not written again.</param>
    internal static void Put(IReadOnlyList<ResultFile> files, string folder, Func<string, bool> kept)
    {
        string target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var before = Written(target).Except(files.Select(file => file.Path), StringComparer.Ordinal).ToLookup(kept);
        var list = new ResultFile(List, string.Concat(files.Select(file => file.Path).Concat(before[true]).Order(StringComparer.Ordinal).Select(path => path + "\n")));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string work = $"{target}.{Guid.NewGuid():N}.unfinished";
        string fresh = Path.Combine(work, "new"), old = Path.Combine(work, "old");
        try
        {
            foreach (ResultFile file in files.Append(list))
            {
                string path = Inside(fresh, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, Utf8);
            }

            Exchange([.. files.Append(list).Select(file => file.Path)], [.. before[false].Where(path => IsInside(target, path))], fresh, target, old);
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

    private static string Inside(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    // The list is a file that anybody may edit: it must not make us touch anything outside.
    private static bool IsInside(string folder, string path) =>
        Path.GetFullPath(Inside(folder, path)).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
