namespace FrameworkBench.Experiments;

/// <summary>
/// What a trial may take before it is stopped and has failed. A limit changes no outcome of a trial that stays within it, so it is no part
/// of a trial's key.
/// </summary>
public sealed record TrialLimits
{
    /// <summary>The limits where neither an experiment nor the command line sets others: ten minutes and 100 MB of log.</summary>
    public static TrialLimits Default { get; } = new() { Time = TimeSpan.FromMinutes(10), OutputBytes = 100_000_000 };

    /// <summary>Time from request to reply; null leaves it to the next limits.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Resident memory of all of the engine's processes in bytes; null has no limit.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>What the engine writes to standard error, in bytes; null has no limit.</summary>
    public long? OutputBytes { get; init; }

    /// <summary>These limits, and others where these set none.</summary>
    public TrialLimits Over(TrialLimits others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new()
        {
            Time = Time ?? others.Time,
            MemoryBytes = MemoryBytes ?? others.MemoryBytes,
            OutputBytes = OutputBytes ?? others.OutputBytes,
        };
    }
}
