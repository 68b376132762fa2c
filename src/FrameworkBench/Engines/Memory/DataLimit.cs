using System.Runtime.InteropServices;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Memory;

/// <summary>
/// A limit of the memory that each process of an engine may ask for: Linux's <c>RLIMIT_DATA</c>. An engine that would take a machine's
/// memory between two looks at it is refused the memory. The limit of the address space, <c>RLIMIT_AS</c>, would stop .NET, which
/// reserves 50 GB before it runs.
/// </summary>
/// <remarks>
/// A process reserves more memory than it uses: 60 to 120 MB in .NET engines, 10 to 170 MB in Python ones (measured over
/// the smoke run), a stack and a buffer of OpenBLAS a thread, and arrays that are not filled yet. So the limit lies that much above the
/// trial's, and what an engine holds is looked at as well.
/// </remarks>
internal sealed partial class DataLimit : IMemoryLimit
{
    private const int Data = 2;
    private const long ReserveBytes = 512_000_000;
    private const long ReserveBytesPerThread = 64_000_000;

    // What Python, .NET, C++, PyTorch and the C library call it.
    private static readonly string[] Refusals =
    [
        "MemoryError", "OutOfMemory", "Out of memory", "bad_alloc", "allocate memory", "Cannot allocate", "Unable to allocate",
        "not enough memory", "Insufficient memory", "malloc failed",
    ];

    private readonly int process;
    private readonly int threads;
    private readonly ulong hard;
    private long? limit;

    private DataLimit(int process, int threads, ulong hard) => (this.process, this.threads, this.hard) = (process, threads, hard);

    /// <summary>Prepares to limit a process; null where that is not permitted.</summary>
    /// <param name="process">The process's id. Those that it starts later inherit the limit.</param>
    /// <param name="threads">Threads that it may use.</param>
    public static unsafe DataLimit? Of(int process, int threads)
    {
        try
        {
            Limits now;
            return SetLimit(process, Data, null, &now) == 0 && SetLimit(process, Data, &now, null) == 0
                ? new DataLimit(process, threads, now.Hard)
                : null;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The bytes that a process may ask for, so that an honest one can use as many as its trial may.</summary>
    internal static long BytesFor(long limit, int threads) => limit + (limit / 2) + ReserveBytes + (threads * ReserveBytesPerThread);

    /// <inheritdoc/>
    public unsafe void Set(long? bytes)
    {
        limit = bytes;
        var limits = new Limits(bytes is { } most ? Math.Min((ulong)BytesFor(most, threads), hard) : hard, hard);
        _ = SetLimit(process, Data, &limits, null);
    }

    /// <inheritdoc/>
    public string? Excess(string reason, string? log)
    {
        if (limit is not { } most || !Array.Exists(Refusals, IsSaid))
            return null;
        return $"{MemoryLimits.Stopped(most)}: the system refused it more than {ByteSize.Format(BytesFor(most, threads))} (RLIMIT_DATA); "
            + reason;

        bool IsSaid(string refusal) => $"{reason}\n{log}".Contains(refusal, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Does nothing: the limit ends with its process.</summary>
    public void Dispose()
    {
    }

    [LibraryImport("libc", EntryPoint = "prlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int SetLimit(int process, int resource, Limits* set, Limits* former);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limits(ulong Soft, ulong Hard);
}
