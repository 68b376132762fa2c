using System.Security.Cryptography;
using System.Text;
using FrameworkBench.Reading;
using Microsoft.Win32.SafeHandles;

namespace FrameworkBench.Trials.Storing;

/// <summary>The files of a folder of this machine.</summary>
internal sealed class SystemFiles : IStoreFiles
{
    /// <summary>Takes a folder, making it if need be.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public SystemFiles(string folder)
    {
        Folder = Path.GetFullPath(folder);
        string[] absent = [.. Upwards(Folder).TakeWhile(above => !Directory.Exists(above))];
        Directory.CreateDirectory(Folder);
        foreach (string made in absent)
            FolderFlush.Flush(Path.GetDirectoryName(made)!);
    }

    /// <inheritdoc/>
    public string Folder { get; }

    /// <inheritdoc/>
    public string Kernel { get; } = ThisKernel();

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder)
    {
        string path = PathOf(folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry))] : [];
    }

    /// <inheritdoc/>
    public IReadableFile? Open(string name)
    {
        try
        {
            return new ReadableFile(RegularFile.Open(PathOf(name)));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IAppendedFile Create(string name) => new AppendedFile(
        File.OpenHandle(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));

    /// <inheritdoc/>
    public void Delete(string name)
    {
        File.Delete(PathOf(name));
        string folder = Path.GetDirectoryName(PathOf(name))!;
        if (folder != Folder && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    /// <inheritdoc/>
    public void FlushFolder() => FolderFlush.Flush(Folder);

    /// <inheritdoc/>
    public IDisposable Hold(string name) =>
        new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    /// <inheritdoc/>
    public bool IsHeld(string name)
    {
        try
        {
            new FileStream(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // Host names repeat among containers; a kernel has one identity from its start on, which all of its containers see.
    private static string ThisKernel()
    {
        const string BootId = "/proc/sys/kernel/random/boot_id";
        string known = File.Exists(BootId) ? File.ReadAllText(BootId).Trim() : Environment.MachineName;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(known)))[..16];
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (string? above = Path.TrimEndingDirectorySeparator(folder); Path.GetDirectoryName(above) is not null;
            above = Path.GetDirectoryName(above))
            yield return above!;
    }

    private string PathOf(string name) => Path.Combine(Folder, name);

    private sealed class ReadableFile(FileStream stream) : IReadableFile
    {
        public long Length => RandomAccess.GetLength(stream.SafeFileHandle);

        public int Read(long offset, Span<byte> buffer)
        {
            int read = 0, more;
            while (read < buffer.Length && (more = RandomAccess.Read(stream.SafeFileHandle, buffer[read..], offset + read)) > 0)
                read += more;
            return read;
        }

        public void Dispose() => stream.Dispose();
    }

    private sealed class AppendedFile(SafeFileHandle handle) : IAppendedFile
    {
        private long length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            RandomAccess.Write(handle, bytes, length);
            length += bytes.Length;
        }

        public void Flush() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
