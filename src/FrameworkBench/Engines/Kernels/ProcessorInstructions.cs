using System.Runtime.Intrinsics.X86;

namespace FrameworkBench.Engines.Kernels;

/// <summary>The vector instructions of a processor.</summary>
public static class ProcessorInstructions
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private static readonly string[] Avx512Flags = ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"];

    /// <summary>
    /// The widest vector instructions of this machine; null where they are not x86's. On Linux the kernel says it: what .NET
    /// reports can be switched off by DOTNET_ variables.
    /// </summary>
    public static VectorInstructions? OfThisMachine()
    {
        string? flags = File.Exists(ProcessorFile)
            ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))
            : null;
        return flags is null ? OfRuntime() : OfFlags(flags);
    }

    /// <summary>
    /// The widest vector instructions among the flags of <c>/proc/cpuinfo</c>; null without SSE2, the least of a 64-bit x86 processor.
    /// </summary>
    /// <param name="flags">Words separated by spaces.</param>
    public static VectorInstructions? OfFlags(string flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var words = flags.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return Array.TrueForAll(Avx512Flags, words.Contains) ? VectorInstructions.Avx512
            : words.Contains("avx2") && words.Contains("fma") ? VectorInstructions.Avx2
            : words.Contains("avx") ? VectorInstructions.Avx
            : words.Contains("sse2") ? VectorInstructions.Sse
            : null;
    }

    private static VectorInstructions? OfRuntime() =>
        Avx512F.VL.IsSupported && Avx512BW.IsSupported && Avx512CD.IsSupported && Avx512DQ.IsSupported ? VectorInstructions.Avx512
            : Avx2.IsSupported && Fma.IsSupported ? VectorInstructions.Avx2
            : Avx.IsSupported ? VectorInstructions.Avx
            : Sse2.IsSupported ? VectorInstructions.Sse
            : null;
}
