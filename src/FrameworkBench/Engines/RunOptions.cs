using FrameworkBench.Experiments;

namespace FrameworkBench.Engines;

/// <summary>How trials are run.</summary>
public sealed record RunOptions
{
    /// <summary>Trials at once; each has a processor of its own while there are enough.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether other runs may be given the same processors, as other shards are on a machine that confines none.</summary>
    public bool SharesProcessors { get; init; }

    /// <summary>What a trial may take, where that is not left to its experiment.</summary>
    public TrialLimits Limits { get; init; } = new();

    /// <summary>Takes no outcome from the store; runs everything anew.</summary>
    public bool Fresh { get; init; }

    /// <summary>Runs only trials whose stored outcome is a failure.</summary>
    public bool OnlyFailed { get; init; }

    /// <summary>
    /// Whether each trial at once is bound to a processor of its own: while there are enough, and, where others may have the same ones, if
    /// none is left over.
    /// </summary>
    /// <param name="processors">Processors that this process was given.</param>
    internal bool BindsOn(int processors) => SharesProcessors ? Jobs == processors : Jobs <= processors;
}
