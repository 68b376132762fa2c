namespace FrameworkBench.Engines;

/// <summary>An engine that the harness knows how to start.</summary>
/// <param name="Name">Its name, as in <c>--engine</c>.</param>
/// <param name="Framework">The framework behind it.</param>
/// <param name="Language">What its process is written in.</param>
/// <param name="Program">
/// A .NET engine's assembly name, or the word that the Python host takes. Of an engine outside the project, its program's path, a command,
/// or the folder that the Python host takes.
/// </param>
/// <param name="Modules">Python modules that its interpreter must have; empty for engines that use no Python.</param>
/// <param name="HowToGet">The command that gets its framework; null where the harness installs none.</param>
public sealed record EngineDefinition(
    string Name,
    string Framework,
    EngineLanguage Language,
    string Program,
    IReadOnlyList<string> Modules,
    string? HowToGet)
{
    /// <summary>The folder of an engine outside the project; null for the project's own.</summary>
    public string? Folder { get; init; }

    /// <summary>What its program is given on its command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// Stands for the files of an engine outside the project, so that trials of an edited engine are run again; else null.
    /// </summary>
    public string? Build { get; init; }

    /// <summary>Versions of the framework that it was tested with, the oldest first.</summary>
    public IReadOnlyList<string> Tested { get; init; } = [];

    /// <summary>
    /// Seeds of a model in an ordinary run, at most; null for as many as the experiment says. For engines that take seconds where others
    /// take milliseconds.
    /// </summary>
    public int? MostSeeds { get; init; }

    /// <summary>The same for an experiment that is long.</summary>
    public int? MostSeedsWhenLong { get; init; }
}
