using System.Collections.Concurrent;

namespace FrameworkBench.Engines.Processes;

/// <summary>
/// Counts how often each engine failed to start in a row, over all workers of a run. After <see cref="Most"/> times it is not started
/// again: the rest of its trials would only repeat the reason, slowly.
/// </summary>
internal sealed class EngineStarts
{
    /// <summary>Failures in a row after which an engine is not started any more.</summary>
    public const int Most = 3;

    private readonly ConcurrentDictionary<string, (int Count, string Reason)> failures = new(StringComparer.Ordinal);

    /// <summary>Why an engine is not started any more; null while it is.</summary>
    public string? Stopped(string engine) =>
        failures.TryGetValue(engine, out (int Count, string Reason) failed) && failed.Count >= Most
            ? $"not run: the engine failed to start {Most} times in a row: {failed.Reason}"
            : null;

    /// <summary>The engine answered.</summary>
    public void Succeeded(string engine) => failures.TryRemove(engine, out _);

    /// <summary>The engine did not start.</summary>
    public void Failed(string engine, string reason) => failures.AddOrUpdate(engine, (1, reason), (_, so) => (so.Count + 1, reason));
}
