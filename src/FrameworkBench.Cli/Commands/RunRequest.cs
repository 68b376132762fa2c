using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Commands;

/// <summary>What <c>run</c> or <c>run-all</c> was asked to do.</summary>
internal sealed record RunRequest
{
    /// <summary>Names or files; empty for all.</summary>
    public required IReadOnlyList<string> Experiments { get; init; }

    /// <summary>Which of them take part.</summary>
    public Func<Experiment, bool> Takes { get; init; } = _ => true;

    /// <summary>What is shown at the end.</summary>
    public RunEnding Ending { get; init; }

    /// <summary>Names; empty for all.</summary>
    public required IReadOnlyList<string> Engines { get; init; }

    /// <summary>Where everything is.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Where engines are.</summary>
    public required EngineSources Sources { get; init; }

    /// <summary>How much is planned.</summary>
    public required PlanOptions Plan { get; init; }

    /// <summary>How it is run.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>Whether engines that are not there, and were not tried before, are installed first.</summary>
    public bool Install { get; init; }

    /// <summary>Whether results of more engines or seeds may be overwritten.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether what was found is written as one JSON document instead of sentences.</summary>
    public bool Json { get; init; }

    /// <summary>Whether the run has all that the results folder is to hold.</summary>
    public bool IsWhole => Experiments.Count == 0;

    /// <summary>Whether fits are timed after the trials.</summary>
    public bool Timings { get; init; }
}
