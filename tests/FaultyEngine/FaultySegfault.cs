using System.Runtime.InteropServices;

namespace FrameworkBench.FaultyEngine;

/// <summary>Has a native library write where nothing may be written, as a fault of its own would.</summary>
internal static partial class FaultySegfault
{
    /// <summary>Ends the process by SIGSEGV.</summary>
    public static void Raise() => Set(8, 0, 1000);

    [LibraryImport("libc", EntryPoint = "memset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Set(nint start, int value, nuint count);
}
