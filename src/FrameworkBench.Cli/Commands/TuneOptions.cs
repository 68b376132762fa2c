using FrameworkBench.Asking.Recognition;
using FrameworkBench.Engines;
using FrameworkBench.Tuning;

namespace FrameworkBench.Cli.Commands;

/// <summary>What <c>tune</c> was asked to do.</summary>
internal sealed record TuneOptions
{
    /// <summary>Where everything is.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>An experiment's name or file; null when a table is given.</summary>
    public string? Experiment { get; init; }

    /// <summary>A CSV file; null when an experiment is given.</summary>
    public string? Table { get; init; }

    /// <summary>The column of the table to predict.</summary>
    public string? Target { get; init; }

    /// <summary>The column of the table by which rows stay together; null where they are drawn one by one.</summary>
    public string? Group { get; init; }

    /// <summary>The column of the table that puts the rows in order; null where they have none.</summary>
    public string? Order { get; init; }

    /// <summary>How columns of the table are to be read whatever they look like, by name.</summary>
    public IReadOnlyDictionary<string, ColumnReading> Readings { get; init; } = new Dictionary<string, ColumnReading>();

    /// <summary>A file of search spaces, or null.</summary>
    public string? Space { get; init; }

    /// <summary>The engine's name; null for the one that is always there, or the experiment's first where that is not for it.</summary>
    public string? Engine { get; init; }

    /// <summary>Where engines are.</summary>
    public required EngineSources Sources { get; init; }

    /// <summary>The budget in seconds; null when it is in trials.</summary>
    public int? Seconds { get; init; }

    /// <summary>How trials are run.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>What is tuned, and how.</summary>
    public required TuningRequest Tuning { get; init; }
}
