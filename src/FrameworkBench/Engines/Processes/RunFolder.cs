namespace FrameworkBench.Engines.Processes;

/// <summary>
/// A private temporary folder that is removed with its run, and by a later run where this one was killed. A lock on a file in it, which
/// the operating system releases when the process ends, tells a living run's folder from one that was left behind.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string Prefix = "frameworkbench-run-";
    private const string LockName = ".lock";

    private readonly FileStream hold;

    private RunFolder(string path, FileStream hold) => (Path, this.hold) = (path, hold);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Makes a folder, after it has removed those of runs that were killed.</summary>
    /// <param name="parent">Where; null for the system's temporary folder.</param>
    public static RunFolder Create(string? parent = null)
    {
        parent ??= System.IO.Path.GetTempPath();
        string path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var folder = new RunFolder(path, Hold(path));

        // Where locks do not work, nobody can tell which folders are in use.
        if (TryHold(path) is { } second)
            second.Dispose();
        else
            Sweep(parent);
        return folder;
    }

    /// <summary>Removes the folder, where it is still there.</summary>
    public void Dispose()
    {
        hold.Dispose();
        try
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What an engine left there cannot be removed yet; a later run tries again.
        }
    }

    private static FileStream Hold(string path) =>
        new(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static FileStream? TryHold(string path)
    {
        try
        {
            return Hold(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Sweep(string parent)
    {
        foreach (string path in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            // A folder without a lock may be one that is just being made.
            if (!File.Exists(System.IO.Path.Combine(path, LockName)) || TryHold(path) is not { } hold)
                continue;
            hold.Dispose();
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another run removes it too, or it may not be removed, which harms no run.
            }
        }
    }
}
