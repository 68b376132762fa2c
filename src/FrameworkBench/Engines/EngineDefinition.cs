namespace FrameworkBench.Engines;

/// <summary>An engine that this project knows how to start.</summary>
/// <param name="Name">Its name, as in <c>--engine</c>.</param>
/// <param name="Framework">The framework behind it.</param>
/// <param name="Language">What its process is written in.</param>
/// <param name="Program">A .NET engine's assembly name, or the word that the Python host takes.</param>
/// <param name="Modules">Python modules that its interpreter must have; empty for engines that use no Python.</param>
/// <param name="HowToGet">The command that gets its framework; null where the framework is built with the solution.</param>
public sealed record EngineDefinition(
    string Name,
    string Framework,
    EngineLanguage Language,
    string Program,
    IReadOnlyList<string> Modules,
    string? HowToGet)
{
    /// <summary>Versions of the framework that it was tested with, the oldest first.</summary>
    public IReadOnlyList<string> Tested { get; init; } = [];

    /// <summary>Seeds of a model in an ordinary run, at most; null for as many as the experiment says. For engines that take seconds where others take milliseconds.</summary>
    public int? MostSeeds { get; init; }

    /// <summary>The same for an experiment that is long.</summary>
    public int? MostSeedsWhenLong { get; init; }
}
