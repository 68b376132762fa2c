using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>What a fit gave.</summary>
public sealed record Fitted
{
    /// <summary>Probabilities rows × classes (two columns for a binary task), or values rows × outputs.</summary>
    public required NpyArray Predictions { get; init; }

    /// <summary>Whether the predictions are labels as 0 and 1 rather than probabilities.</summary>
    public bool HardLabels { get; init; }

    /// <summary>Figures of each epoch or round.</summary>
    public History History { get; init; } = new();

    /// <summary>Epochs or rounds done.</summary>
    public int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, counted from 1; null when it is the last.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; init; }

    /// <summary>Seconds for fitting.</summary>
    public required double FitSeconds { get; init; }

    /// <summary>Seconds for predicting all rows.</summary>
    public required double PredictSeconds { get; init; }

    /// <summary>Learnt numbers in the model.</summary>
    public long Parameters { get; init; }

    /// <summary>Threads used.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Named figures that only the engine can know.</summary>
    public IReadOnlyDictionary<string, double> Measures { get; init; } = new Dictionary<string, double>();

    /// <summary>What a reader of the result must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
