using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FrameworkBench.Engines;

/// <summary>Holds a process to some processors, from its first instruction where the operating system allows.</summary>
internal static partial class ProcessorAffinity
{
    private const int MaskBytes = 128;

    /// <summary>Starts a process held to the given processors; with none given it may run anywhere.</summary>
    public static void Start(Process process, IReadOnlyList<int> processors)
    {
        if (processors.Count == 0)
        {
            process.Start();
        }
        else if (OperatingSystem.IsLinux())
        {
            StartOnLinux(process, processors);
        }
        else
        {
            process.Start();
            if (OperatingSystem.IsWindows())
                process.ProcessorAffinity = (nint)processors.Aggregate(0L, (mask, processor) => mask | (1L << processor));
        }
    }

    // A child inherits the mask of the thread that starts it, so every thread of the framework is held too.
    private static unsafe void StartOnLinux(Process process, IReadOnlyList<int> processors)
    {
        byte* before = stackalloc byte[MaskBytes];
        byte* during = stackalloc byte[MaskBytes];
        new Span<byte>(during, MaskBytes).Clear();
        foreach (int processor in processors)
            during[processor / 8] |= (byte)(1 << (processor % 8));

        bool known = GetAffinity(0, MaskBytes, before) == 0;
        bool held = known && SetAffinity(0, MaskBytes, during) == 0;
        try
        {
            process.Start();
        }
        finally
        {
            if (held)
                _ = SetAffinity(0, MaskBytes, before);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int GetAffinity(int thread, nuint size, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int SetAffinity(int thread, nuint size, byte* mask);
}
