using FrameworkBench.Engines;
using FrameworkBench.Pages.Cost;
using FrameworkBench.Pages.Data;
using FrameworkBench.Pages.Ledger;
using FrameworkBench.Reading;
using FrameworkBench.Results;

namespace FrameworkBench.Writing;

/// <summary>The files that a results folder has of earlier runs.</summary>
/// <param name="Folder">The folder, which need not exist; null for none.</param>
/// <param name="KeepsTimings">Whether the timings stay, since the run timed nothing.</param>
/// <param name="KeepsEnvironment">Whether the environment stays, since no engine ran, or the run leaves the times that go with it.</param>
internal sealed record EarlierFiles(string? Folder, bool KeepsTimings, bool KeepsEnvironment)
{
    /// <summary>None.</summary>
    internal static EarlierFiles None { get; } = new(null, KeepsTimings: false, KeepsEnvironment: false);

    /// <summary>Those of a folder, and which of them a run leaves as they are.</summary>
    internal static EarlierFiles In(string folder, RunResult run)
    {
        var files = new EarlierFiles(folder, KeepsTimings: false, KeepsEnvironment: false);
        return files with
        {
            KeepsTimings = run.Timings.Count == 0 && HasTimes(folder),
            KeepsEnvironment = run.Variables is null && files.Has(EnvironmentPage.Name),
        };
    }

    /// <summary>Whether a folder has times of an earlier run.</summary>
    internal static bool HasTimes(string folder) =>
        new EarlierFiles(folder, KeepsTimings: false, KeepsEnvironment: false).Read(TimingsPage.Path) is { } page
            && !page.Contains(TimingsPage.Nothing, StringComparison.Ordinal);

    /// <summary>Whether a folder describes the environment of earlier runs that had some engines, in the same versions.</summary>
    internal static bool HasEnvironment(string folder, IEnumerable<EngineStatus> engines)
    {
        if (!new EarlierFiles(folder, KeepsTimings: false, KeepsEnvironment: false).Has(EnvironmentPage.Name))
            return false;
        HashSet<(string, string?)> described =
            [.. RunFile.In(folder).SelectMany(run => run.Engines).Select(engine => (engine.Name, engine.Version))];
        return engines.Where(engine => engine.Available)
            .Select(engine => EngineRun.Of(engine, [])).All(engine => described.Contains((engine.Name, engine.Version)));
    }

    /// <summary>Whether there is a file of this path.</summary>
    internal bool Has(string path) => Folder is not null && File.Exists(ResultsFolder.Inside(Folder, path));

    /// <summary>Whether the file of this path stays although the run makes one.</summary>
    internal bool Stays(string path) => (KeepsTimings && path.StartsWith(TimingsPage.Folder + '/', StringComparison.Ordinal))
        || (KeepsEnvironment && path == EnvironmentPage.Name);

    /// <summary>A file's text; null where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal string? Read(string path) => Has(path)
        ? RegularFile.ReadText(ResultsFolder.Inside(Folder!, path), RegularFile.MostBytesOfResults).ReplaceLineEndings("\n")
        : null;
}
