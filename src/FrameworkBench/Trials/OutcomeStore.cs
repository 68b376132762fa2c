using System.Text.Json;
using FrameworkBench.Protocol;

namespace FrameworkBench.Trials;

/// <summary>
/// Keeps outcomes in a folder, one file a trial, named by the trial's key. A file appears whole or not at all, so a run
/// may be stopped at any moment and two runs may share one store.
/// </summary>
public sealed class OutcomeStore
{
    /// <summary>Opens a store, making its folder if need be.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public OutcomeStore(string folder)
    {
        Folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>The outcome of a trial, or null when it is not there or its file was damaged, so that the trial is run again.</summary>
    public Outcome? Find(TrialKey key)
    {
        try
        {
            // Windows lets another run replace a file that is being read only where its reader allows that.
            using var stream = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return JsonSerializer.Deserialize<Outcome>(stream, ProtocolJson.Options);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps an outcome; one that was there before is replaced.</summary>
    public void Keep(TrialKey key, Outcome outcome)
    {
        string path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string unfinished = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            JsonSerializer.Serialize(stream, outcome, ProtocolJson.Options);

            // The name must not reach the disk before the bytes do, or pulling the plug leaves an empty outcome.
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Removes the files of runs that were killed while they kept an outcome; those that are being written stay.</summary>
    public void RemoveUnfinished()
    {
        if (!Directory.Exists(Folder))
            return;
        DateTime settled = DateTime.UtcNow - TimeSpan.FromMinutes(1);
        foreach (string path in Directory.EnumerateFiles(Folder, "*.unfinished", SearchOption.AllDirectories))
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

    private string PathOf(TrialKey key) => Path.Combine(Folder, key.Hash[..2], key.Hash + ".json");
}
