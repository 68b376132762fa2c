using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FrameworkBench.Trials.Storing;

/// <summary>Makes the names in a folder survive a power loss. Windows does so by itself; elsewhere a new file may lose its name.</summary>
internal static partial class FolderFlush
{
    /// <summary>Flushes a folder to the disk.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = new SafeFileHandle(OpenDescriptor(folder, flags: 0), ownsHandle: true);
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDescriptor(string path, int flags);
}
