using System.Globalization;
using FrameworkBench.Engines.Kernels;

namespace FrameworkBench.Engines.Variables;

/// <summary>
/// What each known variable does, from the documentation of OpenBLAS, Intel's MKL and OpenMP runtime, the OpenMP standard
/// and .NET's runtime. Names are compared without regard to case.
/// </summary>
internal static class VariableEffects
{
    private static readonly Dictionary<string, string> Slowing = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OPENBLAS_L2_SIZE"] =
            "OpenBLAS cuts its matrices for an L2 cache of this size instead of the processor's, which can slow its products",
        ["OPENBLAS_BLOCK_FACTOR"] = "OpenBLAS cuts its matrices into blocks of another size, which can slow its products",
        ["OPENBLAS_THREAD_TIMEOUT"] = "Sets how long OpenBLAS's threads spin before they sleep, which can slow fits on all cores",
        ["OPENBLAS_MAIN_FREE"] = "OpenBLAS does not hold its threads to processors, which can slow fits on all cores",
        ["MKL_DYNAMIC"] = "Lets MKL use fewer threads than it is given, which can slow fits on all cores",
        ["MKL_DOMAIN_NUM_THREADS"] = "Sets MKL's threads apart from those that the harness sets",
        ["MKL_THREADING_LAYER"] = "Chooses what MKL runs its threads with; SEQUENTIAL runs it on one",
        ["MKL_DEBUG_CPU_TYPE"] = "Makes MKL up to 2020.0 take its kernels for another processor, which can slow its products",
        ["MKL_VERBOSE"] = "MKL writes a line for each call, which slows small products",
        ["OMP_THREAD_LIMIT"] = "No engine has more OpenMP threads than this, which can slow fits on all cores",
        ["OMP_DYNAMIC"] = "Lets OpenMP use fewer threads than it is given, which can slow fits on all cores",
        ["OMP_PROC_BIND"] = "Binds OpenMP's threads to places, which can put several on one processor",
        ["OMP_PLACES"] = "Sets where OpenMP's threads may run, which can put several on one processor",
        ["OMP_SCHEDULE"] = "Sets how OpenMP divides loops among threads, which can slow fits on all cores",
        ["OMP_NESTED"] = "Sets whether OpenMP's threads start others, which can slow fits on all cores",
        ["OMP_MAX_ACTIVE_LEVELS"] = "Sets whether OpenMP's threads start others, which can slow fits on all cores",
        ["KMP_AFFINITY"] = "Binds the threads of Intel's OpenMP, which can put several on one processor",
        ["KMP_HW_SUBSET"] = "Restricts Intel's OpenMP to a part of the processor, which can slow fits on all cores",
        ["KMP_BLOCKTIME"] = "Sets how long threads of Intel's OpenMP spin before they sleep, which can slow fits on all cores",
        ["KMP_LIBRARY"] = "Sets how threads of Intel's OpenMP wait; serial runs it on one",
        ["KMP_ALL_THREADS"] = "No engine has more threads of Intel's OpenMP than this, which can slow fits on all cores",
        ["KMP_DEVICE_THREAD_LIMIT"] = "No engine has more threads of Intel's OpenMP than this, which can slow fits on all cores",
        ["DOTNET_PreferredVectorBitWidth"] = ".NET engines use vectors of at most this many bits (hexadecimal)",
        ["DOTNET_PROCESSOR_COUNT"] = ".NET engines see this many processors, which can slow fits on all cores",
        ["DOTNET_TieredCompilation"] = "Changes when .NET recompiles methods with optimisation, which can slow .NET engines",
        ["DOTNET_TieredPGO"] = "Changes whether .NET optimises methods by how they run, which can slow .NET engines",
        ["DOTNET_TC_QuickJit"] = "Changes whether .NET first compiles methods without optimisation, which can slow .NET engines",
        ["DOTNET_TC_QuickJitForLoops"] = "Changes whether .NET first compiles loops without optimisation, which can slow .NET engines",
        ["DOTNET_TC_OnStackReplacement"] = "Changes whether .NET optimises loops while they run, which can slow .NET engines",
        ["DOTNET_ReadyToRun"] = "Changes whether .NET uses code that was compiled in advance, which can slow cold fits of .NET engines",
        ["DOTNET_JITMinOpts"] = ".NET compiles without optimisation, which slows .NET engines",
        ["DOTNET_gcConcurrent"] = "Changes whether .NET collects garbage beside the work, which can slow .NET engines",
        ["DOTNET_GCgen0size"] = "Sets how often .NET collects garbage, which can slow .NET engines",
        ["DOTNET_GCHeapCount"] = "Sets the heaps of .NET's garbage collector, which can slow .NET engines",
        ["DOTNET_GCHeapHardLimit"] = "Limits the memory of .NET engines (hexadecimal), which can slow them",
        ["DOTNET_GCHeapHardLimitPercent"] = "Limits the memory of .NET engines (hexadecimal), which can slow them",
        ["DOTNET_GCHeapAffinitizeMask"] = "Sets the processors of .NET's garbage collector, which can slow .NET engines",
        ["DOTNET_GCConserveMemory"] = ".NET collects garbage to save memory, which can slow .NET engines",
        ["DOTNET_EnableEventPipe"] = ".NET records what it does, which slows .NET engines",
    };

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "OPENBLAS_DEFAULT_NUM_THREADS", "OPENBLAS_VERBOSE",
        "OMP_DISPLAY_ENV", "OMP_DISPLAY_AFFINITY", "OMP_AFFINITY_FORMAT", "OMP_CANCELLATION", "OMP_STACKSIZE", "OMP_DEFAULT_DEVICE",
        "KMP_DUPLICATE_LIB_OK", "KMP_SETTINGS", "KMP_VERSION", "KMP_WARNINGS", "KMP_STACKSIZE", "KMP_INIT_AT_FORK",
        "MKL_INTERFACE_LAYER", "MKL_SERVICE_FORCE_INTEL",
        "DOTNET_ADD_GLOBAL_TOOLS_TO_PATH", "DOTNET_ENVIRONMENT", "DOTNET_GENERATE_ASPNET_CERTIFICATE", "DOTNET_HOST_PATH",
        "DOTNET_MULTILEVEL_LOOKUP", "DOTNET_NOLOGO", "DOTNET_RUNNING_IN_CONTAINER", "DOTNET_SDK_VERSION",
        "DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_TOOLS_PATH",
        "DOTNET_USE_POLLING_FILE_WATCHER", "DOTNET_VERSION",
        "DOTNET_EnableDiagnostics", "DOTNET_DbgEnableMiniDump", "DOTNET_DbgMiniDumpType", "DOTNET_DbgMiniDumpName",
    };

    private static readonly string[] HarmlessFamilies =
        ["DOTNET_CLI_", "DOTNET_ROOT", "DOTNET_ROLL_FORWARD", "DOTNET_WATCH", "DOTNET_BUNDLE_"];

    // MKL_ENABLE_INSTRUCTIONS and MKL_CBWR name MKL's own levels; those with AVX-512 start with it.
    private static readonly Dictionary<string, VectorInstructions> MklLevels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["COMPATIBLE"] = VectorInstructions.Sse,
        ["SSE2"] = VectorInstructions.Sse,
        ["SSE3"] = VectorInstructions.Sse,
        ["SSSE3"] = VectorInstructions.Sse,
        ["SSE4_1"] = VectorInstructions.Sse,
        ["SSE4_2"] = VectorInstructions.Sse,
        ["AVX"] = VectorInstructions.Avx,
        ["AVX2"] = VectorInstructions.Avx2,
    };

    /// <summary>The influence and effect of a variable that the harness passes on; null when it is not known.</summary>
    internal static (VariableInfluence Influence, string Effect)? Of(string name, string value, VectorInstructions? processor) =>
        name.ToUpperInvariant() switch
        {
            "OPENBLAS_CORETYPE" => Kernels(value, processor),
            "MKL_ENABLE_INSTRUCTIONS" => Mkl(value, processor, "MKL uses"),
            "MKL_CBWR" => Mkl(value, processor, "MKL gives the same bits on every processor, with"),
            _ when InstructionsIn(name) is { } instructions => Intrinsics(instructions, value),
            _ when Slowing.TryGetValue(name, out string? effect) => (VariableInfluence.Slows, effect),
            _ when IsHarmless(name) => (VariableInfluence.None, "No effect on the speed of an engine"),
            _ => null,
        };

    private static bool IsHarmless(string name) =>
        Harmless.Contains(name) || Array.Exists(HarmlessFamilies, family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase));

    private static (VariableInfluence, string) Kernels(string name, VectorInstructions? processor)
    {
        if (OpenBlasKernels.Of(name) is not { } instructions)
            return (
                VariableInfluence.Slows,
                "Names no kernels of OpenBLAS for x86 that are known here; OpenBLAS may choose others or slow ones");
        string kernels = $"{name} kernels ({instructions.Words()})";
        return processor is not { } has ? (VariableInfluence.Slows, $"OpenBLAS uses its {kernels} whatever the processor")
            : instructions < has ? (VariableInfluence.Slows, $"OpenBLAS uses its {kernels} although this processor has {has.Words()}")
            : instructions > has
            ? (VariableInfluence.Slows, $"Asks OpenBLAS for its {kernels} although this processor has only {has.Words()}")
            : (VariableInfluence.Neutral, $"OpenBLAS uses its {kernels}, the widest vectors that this processor has");
    }

    // "AVX2,STRICT" and "AVX512_E1" are levels too.
    private static (VariableInfluence, string) Mkl(string value, VectorInstructions? processor, string does)
    {
        string level = value.Split(',')[0].Trim();
        if (!MklLevels.TryGetValue(level, out VectorInstructions instructions))
            return (VariableInfluence.Slows, "Chooses MKL's kernels, which can slow its products");
        string most = $"{does} {instructions.Words()} at most";
        return processor is not { } has ? (VariableInfluence.Slows, most)
            : instructions < has ? (VariableInfluence.Slows, $"{most} although this processor has {has.Words()}")
            : (VariableInfluence.Neutral, $"{most}, the widest vectors that this processor has");
    }

    // DOTNET_EnableAVX2=0 and its like switch instructions off; any other number leaves them on.
    private static (VariableInfluence, string) Intrinsics(string instructions, string value) =>
        int.TryParse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int number) && number != 0
            ? (VariableInfluence.Neutral, $".NET engines use {instructions} where the processor has it, as they do anyway")
            : (VariableInfluence.Slows, $".NET engines do without {instructions}");

    private static string? InstructionsIn(string name)
    {
        const string Prefix = "DOTNET_ENABLE";
        string upper = name.ToUpperInvariant();
        string switched = upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper[Prefix.Length..] : "";
        return switched switch
        {
            "HWINTRINSIC" => "vector instructions",
            "AVX2" or "FMA" or "AVX" or "SSE42" or "SSE41" or "SSSE3" or "BMI1" or "BMI2" => switched,
            _ => switched.StartsWith("AVX512", StringComparison.Ordinal) ? "AVX-512" : null,
        };
    }
}
