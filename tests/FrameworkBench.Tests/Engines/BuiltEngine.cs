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

    /// <summary>How to start the engine that misbehaves on request, so that every fit has the given fault.</summary>
    public static EngineCommand Faulty(string fault) => Command("FaultyEngine") with
    {
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["FAULT"] = fault, ["DOTNET_DbgEnableMiniDump"] = "0" },
    };
}
