namespace FrameworkBench.Engines;

/// <summary>How trials are run.</summary>
public sealed record RunOptions
{
    /// <summary>Trials at once; each has a processor of its own while there are enough.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Time a trial may take before it is stopped.</summary>
    public TimeSpan TrialLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Takes no outcome from the store; runs everything anew.</summary>
    public bool Fresh { get; init; }

    /// <summary>Runs only trials whose stored outcome is a failure.</summary>
    public bool OnlyFailed { get; init; }
}
