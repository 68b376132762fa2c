using FrameworkBench.Engines.Memory;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Processes;

/// <summary>
/// Holds a fit to its limits of memory and output by looking at them five times a second. The resident memory of all of the engine's
/// processes counts, not their address space, which frameworks reserve freely. What an engine takes between two looks, the system refuses
/// where it can (<see cref="Memory.MemoryLimits"/>).
/// </summary>
internal sealed class TrialWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;

    /// <summary>Starts to watch.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="memory">What the engine holds now, in bytes.</param>
    /// <param name="output">What it wrote since the fit began, in bytes.</param>
    /// <param name="kill">Ends the engine.</param>
    public TrialWatch(TrialLimits limits, Func<long> memory, Func<long> output, Action kill) =>
        watching = limits is { MemoryBytes: null, OutputBytes: null } ? Task.CompletedTask : WatchAsync(limits, memory, output, kill);

    /// <summary>Which limit the engine exceeded, by how much and how that was seen; null while it exceeded none.</summary>
    public string? Excess { get; private set; }

    /// <summary>Stops watching.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task WatchAsync(TrialLimits limits, Func<long> memory, Func<long> output, Action kill)
    {
        using var clock = new PeriodicTimer(Interval);
        try
        {
            while (Excess is null)
            {
                await clock.WaitForNextTickAsync(stop.Token).ConfigureAwait(false);
                Excess = MemoryExcess(limits, memory) ?? OutputExcess(limits, output);
            }

            kill();
        }
        catch (OperationCanceledException)
        {
            // The fit has ended.
        }
    }

    private static string? MemoryExcess(TrialLimits limits, Func<long> memory) =>
        limits.MemoryBytes is { } limit && memory() is var held && held > limit
            ? $"{MemoryLimits.Stopped(limit)}: its processes held {ByteSize.Format(held)} (polled every 0.2 s)"
            : null;

    private static string? OutputExcess(TrialLimits limits, Func<long> output) =>
        limits.OutputBytes is { } limit && output() is var written && written > limit
            ? $"stopped at its output limit of {ByteSize.Format(limit)}: it wrote {ByteSize.Format(written)} to standard error"
            : null;
}
