using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Trials;

/// <summary>An engine as the plan sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hello">What it says of itself; null when it is not available.</param>
/// <param name="Absence">Why it is not available, and how to get it; null when it is.</param>
public sealed record PlannedEngine(string Name, HelloReply? Hello, string? Absence)
{
    /// <summary>Seeds of a model in an ordinary run, at most; null for as many as the experiment says.</summary>
    public int? MostSeeds { get; init; }

    /// <summary>The same for an experiment that is long.</summary>
    public int? MostSeedsWhenLong { get; init; }

    /// <summary>Stands for the files of an engine outside the project; null for the project's own.</summary>
    public string? Build { get; init; }

    /// <summary>What its numbers depend on, for the key of a trial.</summary>
    public string Identity => Hello is null
        ? ""
        : $"{Hello.Engine} {Hello.Framework} {Hello.Version} {Hello.Environment.GetValueOrDefault("build")} {Build}".TrimEnd();
}
