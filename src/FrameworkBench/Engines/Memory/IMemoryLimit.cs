namespace FrameworkBench.Engines.Memory;

/// <summary>Has the operating system hold an engine to a limit of memory, trial by trial.</summary>
internal interface IMemoryLimit : IDisposable
{
    /// <summary>Sets the limit of the next trial.</summary>
    /// <param name="bytes">The limit in bytes; null sets none.</param>
    void Set(long? bytes);

    /// <summary>How the system held the engine to its limit; null when it did not have to.</summary>
    /// <param name="reason">Why the trial failed.</param>
    /// <param name="log">What the engine wrote to standard error meanwhile.</param>
    string? Excess(string reason, string? log);
}
