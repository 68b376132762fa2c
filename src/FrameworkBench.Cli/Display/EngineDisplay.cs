using FrameworkBench.Engines;

namespace FrameworkBench.Cli.Display;

/// <summary>Shows which engines there are.</summary>
internal static class EngineDisplay
{
    private const int LogLines = 5;

    /// <summary>Each engine with its version, or why it is not available.</summary>
    public static void Show(IReadOnlyList<EngineStatus> engines)
    {
        foreach (EngineStatus engine in engines)
        {
            if (engine.FailedToStart)
                Complain(engine);
            else
                Terminal.Say(
                    $"engine {engine.Name}: {(engine.Hello is { } hello ? $"{hello.Framework} {hello.Version}" : engine.Absence)}");
        }
    }

    /// <summary>Complains of an engine that is not available, with the end of its log.</summary>
    public static void Complain(EngineStatus engine)
    {
        Terminal.Complain($"engine {engine.Name}: {engine.Absence}");
        foreach (string line in EndOf(engine.Log))
            Terminal.Complain(line);
    }

    /// <summary>The last lines of a log, set off; none of a log that is null.</summary>
    public static IEnumerable<string> EndOf(string? log) => log?.Split('\n').TakeLast(LogLines).Select(line => $"         | {line}") ?? [];
}
