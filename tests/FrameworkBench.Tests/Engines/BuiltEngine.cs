using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>Engine programs that were built beside these tests.</summary>
internal static class BuiltEngine
{
    /// <summary>How to start one.</summary>
    public static EngineCommand Command(string assembly)
    {
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string path = Path.GetFullPath(Path.Combine(own, "..", "..", assembly, Path.GetFileName(own), assembly + ".dll"));
        return new EngineCommand(new EngineFinderOptions { PythonHostFolder = "", Interpreters = [] }.DotNetHost, [path]);
    }

    /// <summary>How to start the engine that misbehaves on request, so that every fit has the given fault, with more variables.</summary>
    public static EngineCommand Faulty(string fault, params (string Name, string Value)[] more) => Command("FaultyEngine") with
    {
        Environment = more.Append(("FAULT", fault)).Append(("DOTNET_DbgEnableMiniDump", "0"))
            .ToDictionary(variable => variable.Item1, variable => variable.Item2, StringComparer.Ordinal),
    };
}
