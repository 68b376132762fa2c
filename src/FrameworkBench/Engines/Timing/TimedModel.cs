namespace FrameworkBench.Engines.Timing;

/// <summary>The times of one model by one engine on one track.</summary>
public sealed record TimedModel
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The data set's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The engine's name.</summary>
    public required string Engine { get; init; }

    /// <summary>How many processors it had.</summary>
    public required TimingTrack Track { get; init; }

    /// <summary>Seconds of the first fit in a fresh process; null when it failed.</summary>
    public double? ColdFitSeconds { get; init; }

    /// <summary>Seconds of the fits after it.</summary>
    public IReadOnlyList<double> FitSeconds { get; init; } = [];

    /// <summary>Seconds of predicting the test rows after each of them.</summary>
    public IReadOnlyList<double> PredictSeconds { get; init; } = [];

    /// <summary>Epochs or rounds of a fit.</summary>
    public int Epochs { get; init; }

    /// <summary>The process's largest resident memory.</summary>
    public long PeakBytes { get; init; }

    /// <summary>Why there are no times; null when there are.</summary>
    public string? Reason { get; init; }
}
