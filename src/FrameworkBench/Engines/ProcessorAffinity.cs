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

    /// <summary>
    /// The numbers of the processors that this process was given when it started, in order: all of the machine, or those that
    /// <c>taskset</c>, a scheduler or a container left it. Empty where they are not known.
    /// </summary>
    public static IReadOnlyList<int> Given { get; } = OfThisProcess();

    /// <summary>Starts a process held to the given processors; with none given it may use all that this process was given.</summary>
    public static void Start(Process process, IReadOnlyList<int> processors)
    {
        if (OperatingSystem.IsLinux())
        {
            StartOnLinux(process, processors.Count == 0 ? Given : processors);
            return;
        }

        process.Start();
        if (OperatingSystem.IsWindows() && processors.Count > 0)
            HoldOnWindows(process, processors);
    }

    private static IReadOnlyList<int> OfThisProcess()
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return OfFirstThread();
            using var process = Process.GetCurrentProcess();
            return OperatingSystem.IsWindows() ? Numbers(BitConverter.GetBytes((long)process.ProcessorAffinity)) : [];
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return [];
        }
    }

    // The first thread keeps the mask that the process started with; others may be held for the moment in which they start an engine.
    [SupportedOSPlatform("linux")]
    private static unsafe IReadOnlyList<int> OfFirstThread()
    {
        byte* mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        return GetAffinity(Environment.ProcessId, MaskBytes, mask) == 0 ? Numbers(new ReadOnlySpan<byte>(mask, MaskBytes)) : [];
    }

    /// <summary>The numbers of a mask's set bits.</summary>
    internal static IReadOnlyList<int> Numbers(ReadOnlySpan<byte> mask)
    {
        var numbers = new List<int>();
        for (int number = 0; number < 8 * mask.Length; number++)
        {
            if ((mask[number / 8] & (1 << (number % 8))) != 0)
                numbers.Add(number);
        }

        return numbers;
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

    // A child inherits the mask of the thread that starts it, so every thread of the framework is held too. So does a thread of this
    // process that happens to be made meanwhile: each start therefore sets the whole mask, and trusts none that it finds.
    [SupportedOSPlatform("linux")]
    private static unsafe void StartOnLinux(Process process, IReadOnlyList<int> processors)
    {
        byte* given = stackalloc byte[MaskBytes];
        byte* during = stackalloc byte[MaskBytes];
        Fill(given, Given);
        Fill(during, processors);
        bool held = processors.Count > 0 && SetAffinity(0, MaskBytes, during) == 0;
        try
        {
            process.Start();
        }
        finally
        {
            if (held)
                _ = SetAffinity(0, MaskBytes, given);
        }

        static void Fill(byte* mask, IReadOnlyList<int> processors)
        {
            new Span<byte>(mask, MaskBytes).Clear();
            foreach (int processor in processors)
                mask[processor / 8] |= (byte)(1 << (processor % 8));
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int GetAffinity(int thread, nuint size, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int SetAffinity(int thread, nuint size, byte* mask);
}
