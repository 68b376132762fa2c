using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines;

/// <summary>Whether an engine is there, as seen by asking it.</summary>
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

    /// <summary>Why it is not available, and how to get it where that can be done; null when it is available.</summary>
    public string? Absence => Available ? null : $"not available: {Reason}" + (Definition.HowToGet is null ? "" : $"; install it with: {Definition.HowToGet}");

    /// <summary>Looks for engines and asks each one that is found who it is, all at once.</summary>
    public static async Task<IReadOnlyList<EngineStatus>> AskAsync(IEnumerable<EngineDefinition> engines, EngineFinder finder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engines);
        ArgumentNullException.ThrowIfNull(finder);
        var found = engines.Select(engine => (engine, finder.Find(engine))).ToList();
        return await Task.WhenAll(found.Select(pair => AskAsync(pair.engine, pair.Item2.Command, pair.Item2.Reason, cancellation))).ConfigureAwait(false);
    }

    private static async Task<EngineStatus> AskAsync(EngineDefinition engine, EngineCommand? command, string? reason, CancellationToken cancellation)
    {
        if (command is null)
            return new EngineStatus(engine, null, null, reason);
        try
        {
            await using EngineProcess process = EngineProcess.Start(command, Placement.Anywhere);
            HelloReply hello = await process.HelloAsync(HelloLimit, cancellation).ConfigureAwait(false);
            return new EngineStatus(engine, command, hello, null);
        }
        catch (EngineException error)
        {
            return new EngineStatus(engine, command, null, error.Message);
        }
    }
}
