using System.Globalization;

namespace FrameworkBench.Engines.Variables;

/// <summary>The variables that the harness sets for every engine's process, whatever they are in its own environment.</summary>
public static class EngineVariables
{
    private static readonly string[] ThreadVariables =
    [
        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "FRAMEWORKBENCH_THREADS",
    ];

    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        // Threads that spin while they wait steal the processor from the trial beside them.
        ["OMP_WAIT_POLICY"] = "passive",
        ["DOTNET_gcServer"] = "0",

        // An engine that is killed would leave its pipes for debuggers behind in the folder of temporary files.
        ["DOTNET_EnableDiagnostics"] = "0",

        // Python would write its log in the code page of Windows or of the locale.
        ["PYTHONUTF8"] = "1",
        ["PYTHONIOENCODING"] = "utf-8",
    };

    /// <summary>The variables and their values for processes that may use so many threads.</summary>
    public static IReadOnlyDictionary<string, string> For(int threads) => ThreadVariables
        .Select(name => KeyValuePair.Create(name, threads.ToString(CultureInfo.InvariantCulture)))
        .Concat(Fixed)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>What the harness sets a variable to, for readers, such as "passive"; null for one that it passes on.</summary>
    public static string? InsteadOf(string name) =>
        ThreadVariables.Contains(name, StringComparer.Ordinal) ? "the threads of the fit" : Fixed.GetValueOrDefault(name);
}
