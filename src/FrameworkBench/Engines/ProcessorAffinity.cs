using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FrameworkBench.Engines;

/// <summary>
/// Holds a process to some processors: on Linux from its first instruction, on Windows as soon as it runs. macOS cannot, and
/// there only the engine's own thread setting limits it.
/// </summary>
internal static partial class ProcessorAffinity
{
    private const int MaskBytes = 128;
    private const int WindowsMaskBits = 64;

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
                HoldOnWindows(process, processors);
        }
    }

    // The mask reaches the processors of one group; a process that is to run on another is left to the operating system.
    [SupportedOSPlatform("windows")]
    private static void HoldOnWindows(Process process, IReadOnlyList<int> processors)
    {
        if (processors.Any(processor => processor >= WindowsMaskBits))
            return;
        try
        {
            process.ProcessorAffinity = (nint)processors.Aggregate(0L, (mask, processor) => mask | (1L << processor));
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // It has ended already, which the conversation will show, or it may not be held and runs anywhere.
        }
    }

    // A child inherits the mask of the thread that starts it, so every thread of the framework is held too.
    [SupportedOSPlatform("linux")]
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
