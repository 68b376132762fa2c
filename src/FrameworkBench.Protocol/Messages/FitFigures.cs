namespace FrameworkBench.Protocol.Messages;

/// <summary>What a fit gave besides its predictions.</summary>
public abstract record FitFigures : Reply
{
    /// <summary>Whether the predictions are class labels as 0 and 1 rather than probabilities, as a perceptron's are.</summary>
    public bool HardLabels { get; init; }

    /// <summary>Figures of each epoch or round.</summary>
    public History History { get; init; } = new();

    /// <summary>Epochs or rounds done.</summary>
    public int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, counted from 1; null when it is the last.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; init; }

    /// <summary>Seconds for fitting, by a monotonic clock around just that.</summary>
    public required double FitSeconds { get; init; }

    /// <summary>Seconds for predicting all requested rows, by a monotonic clock around just that.</summary>
    public required double PredictSeconds { get; init; }

    /// <summary>Learnt numbers in the model: weights and biases, or leaves.</summary>
    public long Parameters { get; init; }

    /// <summary>Threads used.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Where it ran.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Named figures that only the engine can know, such as the pass after which a perceptron made no more error.</summary>
    public IReadOnlyDictionary<string, double> Measures { get; init; } = new Dictionary<string, double>();

    /// <summary>The model's explanation of itself; null when it was not requested or the engine has none.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>What a reader of the result must know, such as a setting that was mapped to a near one.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
