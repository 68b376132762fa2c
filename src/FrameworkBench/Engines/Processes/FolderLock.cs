namespace FrameworkBench.Engines.Processes;

/// <summary>
/// A lock on a folder that the operating system releases when the process ends, however it ends. It distinguishes a folder in use from
/// one that was left behind.
/// </summary>
internal static class FolderLock
{
    private const string Name = ".lock";

    /// <summary>Locks a folder until the result is disposed of.</summary>
    /// <exception cref="IOException">Another process has locked it.</exception>
    public static IDisposable Hold(string folder) =>
        new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Locks a folder that was just made, and removes it where that fails.</summary>
    /// <exception cref="IOException">Nothing can be written into it.</exception>
    public static IDisposable HoldNew(string folder)
    {
        try
        {
            return Hold(folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>
    /// Whether a folder was locked and is not any more. One that never was may be one that is just being made. Where locks do not work, a
    /// folder seems left behind even to who holds it, so that nobody can tell.
    /// </summary>
    public static bool IsLeft(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Name)))
            return false;
        try
        {
            Hold(folder).Dispose();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
