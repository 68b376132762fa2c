namespace FrameworkBench.Engines;

/// <summary>Where engines are looked for.</summary>
public sealed record EngineFinderOptions
{
    /// <summary>The folder of the running program: .NET engines are built beside it, or packed into it.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>The folder of .NET engines that an installed tool built; null in a checkout, which builds all.</summary>
    public string? BuiltEngines { get; init; }

    /// <summary>The folder of the Python engines and their host.</summary>
    public required string PythonHostFolder { get; init; }

    /// <summary>Python interpreters in the order of preference; the first that has an engine's modules runs it.</summary>
    public required IReadOnlyList<string> Interpreters { get; init; }

    /// <summary>The program that runs .NET assemblies.</summary>
    public string DotNetHost { get; init; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path
        ? path : "dotnet";

    /// <summary>
    /// The interpreters to try: the one given, else the one of <c>FRAMEWORKBENCH_PYTHON</c>, else the project's own
    /// environment, then <c>python3</c> and <c>/usr/bin/python3</c>, or <c>python</c> and the launcher <c>py</c> on Windows.
    /// </summary>
    /// <param name="given">The value of <c>--python</c>, or null.</param>
    /// <param name="ownEnvironment">The folder of the project's virtual environment, which need not exist.</param>
    public static IReadOnlyList<string> InterpretersFor(string? given, string ownEnvironment)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return [given];
        if (Environment.GetEnvironmentVariable(EngineFinder.PythonVariable) is { Length: > 0 } named)
            return [named];

        bool windows = OperatingSystem.IsWindows();
        string own = windows ? Path.Combine(ownEnvironment, "Scripts", "python.exe") : Path.Combine(ownEnvironment, "bin", "python3");
        var interpreters = new List<string>();
        if (File.Exists(own))
            interpreters.Add(own);
        interpreters.AddRange(windows ? ["python", "py"] : ["python3"]);
        if (File.Exists("/usr/bin/python3"))
            interpreters.Add("/usr/bin/python3");
        return interpreters;
    }
}
