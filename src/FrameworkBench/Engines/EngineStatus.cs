using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines;

/// <summary>Whether an engine is available, as its own answer says.</summary>
/// <param name="Definition">The engine.</param>
/// <param name="Command">How to start it, or null.</param>
/// <param name="Hello">What it says of itself, or null when it is not available.</param>
/// <param name="Reason">Why it is not available, or null.</param>
public sealed record EngineStatus(EngineDefinition Definition, EngineCommand? Command, HelloReply? Hello, string? Reason)
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(120);

    /// <summary>The engine's name.</summary>
    public string Name => Definition.Name;

    /// <summary>Whether it answered.</summary>
    public bool Available => Hello is not null;

    /// <summary>
    /// Whether its program was found, but died, stayed silent or broke the protocol when it was greeted: an error, unlike a framework that
    /// is not installed.
    /// </summary>
    public bool FailedToStart { get; init; }

    /// <summary>The end of its log where it failed to start.</summary>
    public string? Log { get; init; }

    /// <summary>Why it is not available; null when it is.</summary>
    public string? Problem => Available ? null : $"{(FailedToStart ? "failed to start" : "not available")}: {Reason}";

    /// <summary>Why it is not available, and how to get it where that can be done; null when it is available.</summary>
    public string? Absence => Available || FailedToStart || Definition.HowToGet is not { } way
        || Reason?.Contains(way, StringComparison.Ordinal) == true ? Problem : $"{Problem}; install it with: {way}";

    /// <summary>Looks for engines and asks each one that is found who it is, all at once.</summary>
    /// <param name="engines">The engines.</param>
    /// <param name="finder">Finds their programs.</param>
    /// <param name="limit">How long each may take to answer; null for two minutes.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<EngineStatus>> AskAsync(
        IEnumerable<EngineDefinition> engines, EngineFinder finder, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engines);
        ArgumentNullException.ThrowIfNull(finder);
        var found = engines.Select(engine => (engine, finder.Find(engine))).ToList();
        return await Task.WhenAll(found.Select(pair =>
            AskAsync(pair.engine, pair.Item2.Command, pair.Item2.Reason, limit ?? HelloLimit, cancellation))).ConfigureAwait(false);
    }

    private static async Task<EngineStatus> AskAsync(
        EngineDefinition engine, EngineCommand? command, string? reason, TimeSpan limit, CancellationToken cancellation)
    {
        if (command is null)
            return new EngineStatus(engine, null, null, reason);
        EngineProcess? process = null;
        try
        {
            process = EngineProcess.Start(command, Placement.Anywhere);
            HelloReply hello = await process.HelloAsync(limit, cancellation).ConfigureAwait(false);
            return new EngineStatus(engine, command, hello, null);
        }
        catch (EngineException error)
        {
            process?.Kill();
            var status = new EngineStatus(engine, command, null, error.Message);
            return error.IsRefusal ? status : status with { FailedToStart = true, Log = process?.Log };
        }
        finally
        {
            if (process is not null)
                await process.DisposeAsync().ConfigureAwait(false);
        }
    }
}
