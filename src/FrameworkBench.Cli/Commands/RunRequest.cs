using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Engines;
using FrameworkBench.Trials.Sharding;

namespace FrameworkBench.Cli.Commands;

/// <summary>What <c>run</c> or <c>run-all</c> was asked to do.</summary>
internal sealed record RunRequest : PlanRequest
{
    /// <summary>What is shown at the end.</summary>
    public RunEnding Ending { get; init; }

    /// <summary>How it is run.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>The share of the trials that is run, and no page written; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Whether engines that are missing, and were not tried before, are installed first.</summary>
    public bool Install { get; init; }

    /// <summary>Whether results of more engines or seeds may be overwritten.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether what was found is written as one JSON document instead of sentences.</summary>
    public bool Json { get; init; }

    /// <summary>Whether fits are timed after the trials.</summary>
    public bool Timings { get; init; }
}
