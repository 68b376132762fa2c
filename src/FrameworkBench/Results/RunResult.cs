using FrameworkBench.Claims;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Timing;
using FrameworkBench.Engines.Variables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Scoring;

namespace FrameworkBench.Results;

/// <summary>All that the pages are written from.</summary>
public sealed record RunResult
{
    /// <summary>How thorough the run was.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Seeds of every model where the run was given their number; null where the experiments say it.</summary>
    public int? Seeds { get; init; }

    /// <summary>The experiments, in the order of the pages.</summary>
    public required IReadOnlyList<Experiment> Experiments { get; init; }

    /// <summary>The requested engines, in the order of the tables, unavailable ones included.</summary>
    public required IReadOnlyList<EngineStatus> Engines { get; init; }

    /// <summary>Every trial's result, in the order of the plan.</summary>
    public required IReadOnlyList<TrialResult> Results { get; init; }

    /// <summary>Every claim's verdict, by experiment, claim and engine.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Times of the timing pass; empty when there was none.</summary>
    public IReadOnlyList<TimedModel> Timings { get; init; } = [];

    /// <summary>Speed of a matrix product by engine in GFLOP/s, null for an engine that has none; empty when none was measured.</summary>
    public IReadOnlyDictionary<string, double?> Calibrations { get; init; } = new Dictionary<string, double?>();

    /// <summary>
    /// Variables of the harness's environment that frameworks read, by name; null when no engine ran under them, or when the results
    /// folder keeps the environment of an earlier run.
    /// </summary>
    public IReadOnlyList<FrameworkVariable>? Variables { get; init; }

    /// <summary>The documents whose lessons are repeated; null writes no page of them.</summary>
    public SourceDocuments? Documents { get; init; }

    /// <summary>Where engines' frameworks came from, by engine, as far as somebody said so.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The way from the results folder to the project's documentation, such as <c>../docs</c>; null where that is somewhere else.
    /// </summary>
    public string? Documentation { get; init; }

    /// <summary>What it was run on.</summary>
    public required Machine Machine { get; init; }
}
