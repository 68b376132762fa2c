using FrameworkBench.Engines;

namespace FrameworkBench.Cli.Json;

/// <summary>An engine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Framework">The framework behind it.</param>
/// <param name="Version">The framework's version; null when the engine is not available.</param>
/// <param name="Available">Whether it answered.</param>
/// <param name="Reason">Why it is not available; null when it is.</param>
internal sealed record EngineJson(string Name, string Framework, string? Version, bool Available, string? Reason)
{
    /// <summary>An engine as it answered.</summary>
    public static EngineJson Of(EngineStatus engine) =>
        new(engine.Name, engine.Definition.Framework, engine.Hello?.Version, engine.Available, engine.Absence);
}
