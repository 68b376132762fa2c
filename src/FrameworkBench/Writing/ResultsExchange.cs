using System.Security.Cryptography;
using System.Text;
using FrameworkBench.Engines.Processes;
using FrameworkBench.Pages;

namespace FrameworkBench.Writing;

/// <summary>
/// Puts new files in the place of old ones, all or none. All are written into a folder of its own beside the target first, then moved.
/// Where the process is killed meanwhile, the next exchange ends what this one began: it goes on where all new files had been written, and
/// else puts the old ones back.
/// </summary>
internal sealed class ResultsExchange : IDisposable
{
    private const string Ending = ".unfinished";

    // Says that all new files are there, and which old ones go.
    private const string Ready = "ready";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string target;
    private readonly string work;
    private readonly IDisposable hold;
    private readonly List<string> written = [];

    private ResultsExchange(string target, string work, IDisposable hold) => (this.target, this.work, this.hold) = (target, work, hold);

    private string Fresh => Path.Combine(work, "new");

    private string Old => Path.Combine(work, "old");

    /// <summary>Begins an exchange of files of a folder, after it has ended those that were killed.</summary>
    /// <exception cref="IOException">Nothing can be written beside the folder.</exception>
    public static ResultsExchange Begin(string target)
    {
        string own = $"{target}.{Guid.NewGuid():N}{Ending}";
        Directory.CreateDirectory(own);
        var exchange = new ResultsExchange(target, own, FolderLock.HoldNew(own));
        if (FolderLock.IsLeft(own))
            return exchange;
        foreach (string left in Directory.EnumerateDirectories(Path.GetDirectoryName(target)!, $"{Path.GetFileName(target)}.*{Ending}")
            .Where(FolderLock.IsLeft))
            End(left, target);
        return exchange;
    }

    /// <summary>Writes a new file beside the folder.</summary>
    /// <returns>Its SHA-256, in lower-case hexadecimal.</returns>
    public string Write(ResultFile file)
    {
        string path = ResultsFolder.Inside(Fresh, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using FileStream stream = File.Create(path);
        foreach (byte[] part in file.Parts.Select(Utf8.GetBytes))
        {
            sum.AppendData(part);
            stream.Write(part);
        }

        written.Add(file.Path);
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    /// <summary>Puts the files that were written into the folder; after a failure everything is put back.</summary>
    /// <param name="stale">Files that go.</param>
    public void Replace(IReadOnlyList<string> stale)
    {
        string unready = Path.Combine(work, "unready");
        File.WriteAllLines(unready, stale, Utf8);
        File.Move(unready, Path.Combine(work, Ready));
        var undo = new Stack<(string From, string To)>();
        try
        {
            foreach (string path in written.Concat(stale).Where(path => File.Exists(InTarget(path))))
                Move(InTarget(path), ResultsFolder.Inside(Old, path));
            foreach (string path in written)
                Move(ResultsFolder.Inside(Fresh, path), InTarget(path));
        }
        catch
        {
            File.Delete(Path.Combine(work, Ready));
            while (undo.TryPop(out var move))
                File.Move(move.To, move.From);
            throw;
        }

        void Move(string from, string to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to);
            undo.Push((from, to));
        }
    }

    /// <summary>Removes what the exchange kept beside the folder.</summary>
    public void Dispose()
    {
        hold.Dispose();
        Directory.Delete(work, recursive: true);
    }

    // What cannot be ended harms no new exchange, which brings files of its own.
    private static void End(string left, string target)
    {
        try
        {
            using (IDisposable taken = FolderLock.Hold(left))
            {
                var exchange = new ResultsExchange(target, left, taken);
                if (File.Exists(Path.Combine(left, Ready)))
                    exchange.GoOn();
                else
                    exchange.GoBack();
            }

            Directory.Delete(left, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another run ends it, or it stays as it is until the next exchange.
        }
    }

    private void GoOn()
    {
        foreach (string path in In(Fresh))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(InTarget(path))!);
            File.Move(Path.Combine(Fresh, path), InTarget(path), overwrite: true);
        }

        // The list is a file that anybody may edit: it must not make us touch anything outside the folder.
        foreach (string path in File.ReadAllLines(Path.Combine(work, Ready)).Where(path => !path.Split('/', '\\').Contains("..")))
        {
            if (!Path.IsPathRooted(path) && File.Exists(InTarget(path)))
                File.Delete(InTarget(path));
        }
    }

    private void GoBack()
    {
        foreach (string path in In(Old))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(InTarget(path))!);
            File.Move(Path.Combine(Old, path), InTarget(path), overwrite: true);
        }
    }

    private string InTarget(string path) => ResultsFolder.Inside(target, path);

    private static string[] In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path))]
        : [];
}
