namespace FrameworkBench.Engines;

/// <summary>
/// One engine's own copy of a trial's input. It is read-only, and checked before and after each fit: an engine that changes it harms
/// no other and is found.
/// </summary>
/// <param name="folder">A folder of the engine's own, which need not exist.</param>
internal sealed class EngineInput(string folder)
{
    private InputFiles? held;

    /// <summary>Where the copy lies.</summary>
    public string Folder => folder;

    /// <summary>The file that is no longer what it was; null when none is.</summary>
    public string? Changed => held?.ChangedIn(folder);

    /// <summary>Makes the copy one of these files; it is copied anew when it was one of others, or was changed.</summary>
    /// <exception cref="EngineException">The files were changed since they were written, or the folder cannot be used.</exception>
    public void Hold(InputFiles files)
    {
        if (held == files && Changed is null)
            return;
        Delete();
        Directory.CreateDirectory(folder);
        files.CopyTo(folder);
        held = files;
    }

    /// <summary>Removes the copy.</summary>
    public void Delete()
    {
        held = null;
        if (!Directory.Exists(folder))
            return;

        // Windows deletes no read-only file.
        foreach (string file in OperatingSystem.IsWindows() ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [])
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }
}
