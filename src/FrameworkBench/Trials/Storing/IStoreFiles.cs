namespace FrameworkBench.Trials.Storing;

/// <summary>
/// All that a store asks of a file system. Names are relative to the store's folder, with <c>/</c>. Every member may throw an
/// <see cref="IOException"/> or an <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal interface IStoreFiles
{
    /// <summary>The store's folder, as people are told it.</summary>
    string Folder { get; }

    /// <summary>Tells the kernel of this process from others: only there can a process see whether another holds a file.</summary>
    string Kernel { get; }

    /// <summary>The names of what a folder holds; none where there is no such folder.</summary>
    /// <param name="folder">A folder of the store; empty for the store's own.</param>
    IReadOnlyList<string> List(string folder);

    /// <summary>Opens a file for reading; null where there is none.</summary>
    IReadableFile? Open(string name);

    /// <summary>Makes a new file.</summary>
    IAppendedFile Create(string name);

    /// <summary>Removes a file, if it is there, and the folder below the store's that it leaves empty.</summary>
    void Delete(string name);

    /// <summary>Makes the names of the store's folder survive a power loss.</summary>
    void FlushFolder();

    /// <summary>Makes a file that counts as held until the result is disposed of, or its process ends, however it ends.</summary>
    IDisposable Hold(string name);

    /// <summary>Whether a file is held by a process under this kernel, or whether that cannot be told.</summary>
    bool IsHeld(string name);
}
