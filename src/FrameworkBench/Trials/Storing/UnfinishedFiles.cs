namespace FrameworkBench.Trials.Storing;

/// <summary>What runs that were killed left of outcomes when each had a file of its own.</summary>
internal static class UnfinishedFiles
{
    /// <summary>Removes these files from a store; those that are being written stay.</summary>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        DateTime settled = DateTime.UtcNow - TimeSpan.FromMinutes(1);
        var oneDown = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        foreach (string path in Directory.EnumerateFiles(folder, "*.unfinished", oneDown))
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
}
