using System.Collections.Concurrent;

namespace FrameworkBench.Trials;

/// <summary>
/// Keeps outcomes in a folder, one file a trial, named by the trial's key. A file appears whole or not at all, so a run
/// may be stopped at any moment and two runs may share one store. What was altered since is not believed (<see cref="OutcomeRecord"/>).
/// </summary>
public sealed class OutcomeStore
{
    private const long MostBytes = 1 << 30;

    private readonly ConcurrentDictionary<string, string> damaged = new(StringComparer.Ordinal);

    /// <summary>Opens a store, making its folder if need be.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public OutcomeStore(string folder)
    {
        Folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>
    /// What is wrong with records that were found and are not believed, by the path of each: they were altered or torn, or are no files.
    /// </summary>
    public IReadOnlyDictionary<string, string> Damaged => damaged;

    /// <summary>The outcome of a trial; null when it is not there or its record is not believed, so that the trial is run again.</summary>
    /// <param name="key">The trial's key.</param>
    /// <param name="problem">What cannot be in an outcome of this trial; null when nothing is wrong.</param>
    public Outcome? Find(TrialKey key, Func<Outcome, string?>? problem = null)
    {
        string path = PathOf(key);
        try
        {
            if (Read(path) is not { } bytes)
                return null;
            Outcome outcome = OutcomeRecord.Read(key, bytes);
            if (problem?.Invoke(outcome) is not { } wrong)
                return outcome;
            damaged[path] = wrong;
        }
        catch (InvalidDataException error)
        {
            damaged[path] = error.Message;
        }

        return null;
    }

    /// <summary>Keeps an outcome; one that was there before is replaced.</summary>
    public void Keep(TrialKey key, Outcome outcome)
    {
        string path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string own = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
        string unfinished = $"{path}.{own}.unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            stream.Write(OutcomeRecord.Write(key, outcome));

            // The name must not reach the disk before the bytes do, or pulling the plug leaves an empty outcome.
            stream.Flush(flushToDisk: true);
        }

        // A file replaces anything but a folder.
        if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
            Directory.Move(path, $"{path}.{own}.damaged");
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Removes the files of runs that were killed while they kept an outcome; those that are being written stay.</summary>
    public void RemoveUnfinished()
    {
        if (!Directory.Exists(Folder))
            return;
        DateTime settled = DateTime.UtcNow - TimeSpan.FromMinutes(1);
        var oneDown = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        foreach (string path in Directory.EnumerateFiles(Folder, "*.unfinished", oneDown))
        {
            try
            {
                // A file that is being written is locked by its writer, and moved as soon as it is no more.
                if (File.GetLastWriteTimeUtc(path) < settled)
                    new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is in use, gone already, or not to be removed, which harms no run.
            }
        }
    }

    // A pipe, which has no length, would be read for ever; a link may lead to one, or to itself.
    private static byte[]? Read(string path)
    {
        var file = new FileInfo(path);
        try
        {
            if (file.LinkTarget is not null)
                file = (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
            if (!file.Exists)
                return Directory.Exists(path) ? throw new InvalidDataException("it is a folder") : null;
            if (file.Length is 0 or > MostBytes)
                throw new InvalidDataException(file.Length == 0 ? "it is empty or no regular file" : "it is too large");

            // Windows lets another run replace a file that is being read only where its reader allows that.
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"it cannot be read: {error.Message}", error);
        }
    }

    private string PathOf(TrialKey key) => Path.Combine(Folder, key.Hash[..2], key.Hash + ".json");
}
