using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Commands.Planning;

/// <summary>Which trials a command is about.</summary>
internal record PlanRequest
{
    /// <summary>Names or files; empty for all.</summary>
    public required IReadOnlyList<string> Experiments { get; init; }

    /// <summary>Whether the long ones take part where none is named.</summary>
    public bool Long { get; init; }

    /// <summary>Which of them take part.</summary>
    public Func<Experiment, bool> Takes { get; init; } = _ => true;

    /// <summary>Names; empty for all.</summary>
    public required IReadOnlyList<string> Engines { get; init; }

    /// <summary>Where everything is.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Where engines are.</summary>
    public required EngineSources Sources { get; init; }

    /// <summary>How much is planned.</summary>
    public required PlanOptions Plan { get; init; }

    /// <summary>Whether it is about all that the results folder is to hold.</summary>
    public bool IsWhole => Experiments.Count == 0;
}
