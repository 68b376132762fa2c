using FrameworkBench.Engines;
using FrameworkBench.Trials;

namespace FrameworkBench.Results;

/// <summary>An engine's part in the results of an experiment.</summary>
/// <param name="Name">The engine's name.</param>
/// <param name="Version">Its framework with its version; null when the engine was not available.</param>
/// <param name="Ran">Trials that it ran.</param>
/// <param name="Failed">Those of them that failed.</param>
/// <param name="Unsupported">Trials that need something that it lacks.</param>
public sealed record EngineRun(string Name, string? Version, int Ran, int Failed, int Unsupported)
{
    /// <summary>Trials that it has no outcome of, although they were planned: it was not available, or they were not run.</summary>
    public int Missing { get; init; }

    /// <summary>Whether the engine was available.</summary>
    public bool Available => Version is not null;

    /// <summary>Counts the trials of an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="statuses">How its trials ended.</param>
    internal static EngineRun Of(EngineStatus engine, IReadOnlyList<TrialStatus> statuses) =>
        Of(engine.Name, engine.Hello is { } hello ? $"{hello.Framework} {hello.Version}" : null, statuses);

    /// <summary>Counts the trials of an engine of some name and version.</summary>
    /// <param name="name">The engine's name.</param>
    /// <param name="version">Its framework with its version; null when the engine was not available.</param>
    /// <param name="statuses">How its trials ended.</param>
    internal static EngineRun Of(string name, string? version, IReadOnlyList<TrialStatus> statuses) => new(
        name, version,
        statuses.Count(status => status is TrialStatus.Done or TrialStatus.Diverged or TrialStatus.Failed),
        statuses.Count(status => status == TrialStatus.Failed),
        statuses.Count(status => status == TrialStatus.Unsupported))
    {
        Missing = statuses.Count(status => status == TrialStatus.Missing),
    };
}
