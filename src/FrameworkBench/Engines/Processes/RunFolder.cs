namespace FrameworkBench.Engines.Processes;

/// <summary>A private temporary folder that is removed with its run, or by a later run where this one was killed.</summary>
internal sealed class RunFolder : IDisposable
{
    private const string Prefix = "frameworkbench-run-";

    private readonly IDisposable hold;

    private RunFolder(string path, IDisposable hold)
    {
        (Path, this.hold) = (path, hold);
        AppDomain.CurrentDomain.ProcessExit += RemoveAtExit;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Makes a folder, and removes those of runs that were killed.</summary>
    /// <param name="parent">Where; null for the system's temporary folder.</param>
    public static RunFolder Create(string? parent = null)
    {
        parent ??= System.IO.Path.GetTempPath();
        string path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var folder = new RunFolder(path, FolderLock.HoldNew(path));
        if (!FolderLock.IsLeft(path))
            Sweep(parent);
        return folder;
    }

    /// <summary>Removes the folder, where it is still there.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= RemoveAtExit;
        hold.Dispose();
        if (Directory.Exists(Path))
            Remove(Path);
    }

    // Of a process that ends in the middle of a run, such as one that was interrupted while it could not hear.
    private void RemoveAtExit(object? sender, EventArgs arguments) => Dispose();

    private static void Sweep(string parent)
    {
        foreach (string path in Directory.EnumerateDirectories(parent, Prefix + "*").Where(FolderLock.IsLeft))
            Remove(path);
    }

    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another run removes it too, or an engine left there what cannot be removed yet; a later run tries again.
        }
    }
}
