using System.Diagnostics;
using FrameworkBench.Engines.Variables;

namespace FrameworkBench.Engines;

/// <summary>Finds the program of an engine on this machine.</summary>
/// <param name="options">Where to look.</param>
public sealed class EngineFinder(EngineFinderOptions options)
{
    /// <summary>The environment variable that names the interpreter, for the harness and for a .NET engine that uses Python.</summary>
    public const string PythonVariable = "FRAMEWORKBENCH_PYTHON";

    private static readonly TimeSpan ImportLimit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string?> importProblems = new(StringComparer.Ordinal);

    /// <summary>How to start an engine, or why that is not possible.</summary>
    /// <returns>A command, or null and a reason.</returns>
    public (EngineCommand? Command, string? Reason) Find(EngineDefinition engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Language switch
        {
            EngineLanguage.DotNet => FindDotNet(engine),
            EngineLanguage.Python => FindPython(engine),
            _ => (new EngineCommand(engine.Program, engine.Arguments), null),
        };
    }

    private (EngineCommand?, string?) FindDotNet(EngineDefinition engine)
    {
        string? path = (engine.Folder is null ? AssembliesOf(engine.Program) : [engine.Program]).FirstOrDefault(File.Exists);
        return path is null
            ? (null, "not installed")
            : (new EngineCommand(options.DotNetHost, [path, .. engine.Arguments]) { Environment = PythonOf(engine) }, null);
    }

    // A checkout builds everything into artifacts/bin/PROJECT/CONFIGURATION, and the engines are the neighbours of this program. An
    // installed tool brings some engines inside and builds others.
    private IEnumerable<string> AssembliesOf(string program)
    {
        string own = Path.TrimEndingDirectorySeparator(options.ProgramFolder), assembly = program + ".dll";
        yield return Path.GetFullPath(Path.Combine(own, "..", "..", program, Path.GetFileName(own), assembly));
        yield return Path.Combine(own, "engines", program, assembly);
        if (options.BuiltEngines is { } built)
            yield return Path.Combine(built, program, assembly);
    }

    // The first interpreter with the engine's modules. Where none has them, the first, so that the engine's reason names it.
    private Dictionary<string, string> PythonOf(EngineDefinition engine)
    {
        if (engine.Modules.Count == 0 || options.Interpreters.Count == 0)
            return [];
        string? complete = options.Interpreters.FirstOrDefault(interpreter => ImportProblem(interpreter, engine.Modules) is null);
        return new() { [PythonVariable] = complete ?? options.Interpreters[0] };
    }

    private (EngineCommand?, string?) FindPython(EngineDefinition engine)
    {
        string host = Path.Combine(options.PythonHostFolder, "host", "engine.py");
        if (!File.Exists(host))
            return (null, $"the Python host {host} is missing");

        // A Python file starts by itself, where one class of it would be started by the host.
        string[] program = engine.Program.EndsWith(".py", StringComparison.Ordinal) ? [engine.Program] : [host, engine.Program];
        var reasons = new List<string>();
        foreach (string interpreter in options.Interpreters)
        {
            string? problem = ImportProblem(interpreter, engine.Modules);
            if (problem is null)
                return (new EngineCommand(interpreter, ["-u", .. program, .. engine.Arguments]), null);
            reasons.Add($"{interpreter}: {problem}");
        }

        return (null, string.Join("; ", reasons));
    }

    private string? ImportProblem(string interpreter, IReadOnlyList<string> modules)
    {
        string key = interpreter + '\n' + string.Join(',', modules);
        if (!importProblems.TryGetValue(key, out string? problem))
            importProblems[key] = problem = TryImport(interpreter, modules);
        return problem;
    }

    // Asks whether the modules can be found, which is quick; whether they load is seen when the engine says hello.
    private static string? TryImport(string interpreter, IReadOnlyList<string> modules)
    {
        string list = string.Join(",", modules.Select(module => $"'{module}'"));
        string script = $"import importlib.util as u;print(' '.join(m for m in [{list}] if u.find_spec(m) is None))";
        try
        {
            var start = new ProcessStartInfo(interpreter, ["-c", script])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            PassedVariables.Keep(start.Environment);
            using var process = Process.Start(start);
            if (process is null)
                return "does not start";
            Task<string> error = process.StandardError.ReadToEndAsync();
            string missing = process.StandardOutput.ReadToEnd().Trim();
            if (!process.WaitForExit(ImportLimit))
            {
                process.Kill(entireProcessTree: true);
                return "did not answer";
            }

            if (process.ExitCode != 0)
                return error.Result.Trim().Split('\n')[^1];
            return missing.Length == 0 ? null : $"no module {missing.Replace(" ", ", ")}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "not found";
        }
    }
}
