using FrameworkBench.Engines;

namespace FrameworkBench.Tests.Engines;

/// <summary>The engine that misbehaves on request, as it was built beside these tests.</summary>
internal static class FaultyEngine
{
    /// <summary>How to start it so that every fit has the given fault.</summary>
    public static EngineCommand With(string fault)
    {
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string assembly = Path.GetFullPath(Path.Combine(own, "..", "..", "FaultyEngine", Path.GetFileName(own), "FaultyEngine.dll"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["FAULT"] = fault, ["DOTNET_DbgEnableMiniDump"] = "0" };
        return new EngineCommand(new EngineFinderOptions { PythonHostFolder = "", Interpreters = [] }.DotNetHost, [assembly]) { Environment = environment };
    }
}
