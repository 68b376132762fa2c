using System.Text.Json.Serialization;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Trials;

/// <summary>
/// What a trial gave: predictions, history, times and memory, or a failure with its reason. Scores are computed from it, never stored in
/// it.
/// </summary>
public sealed record Outcome
{
    /// <summary>How the trial ended.</summary>
    public required TrialStatus Status { get; init; }

    /// <summary>Why it did not give predictions; null when it did.</summary>
    public string? Reason { get; init; }

    /// <summary>The end of the engine's log, kept with failures.</summary>
    public string? Log { get; init; }

    /// <summary>Predictions for the rows of <see cref="PredictionLayout"/>, in its order; null without predictions.</summary>
    public Predictions? Predictions { get; init; }

    /// <summary>
    /// Of a bag: what each training row, in the order of the split, is predicted by the fit that left it out. Null for any other trial.
    /// Follows from the outcomes of the fits, so it is not stored.
    /// </summary>
    [JsonIgnore]
    public Predictions? OutOfFold { get; init; }

    /// <summary>Codes of the same rows, if they were asked for and the model has any.</summary>
    public Predictions? Codes { get; init; }

    /// <summary>
    /// The fitted model, if it was requested; it predicts in the unit that the fit was given. Not stored: whoever asks for it has it
    /// fitted.
    /// </summary>
    [JsonIgnore]
    public FittedModel? Model { get; init; }

    /// <summary>Whether the predictions are labels rather than probabilities.</summary>
    public bool HardLabels { get; init; }

    /// <summary>Figures of each epoch or round.</summary>
    public History History { get; init; } = new();

    /// <summary>Epochs or rounds done.</summary>
    public int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, counted from 1; null when it is the last.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; init; }

    /// <summary>Seconds for fitting, as the engine measured them.</summary>
    public double FitSeconds { get; init; }

    /// <summary>Seconds that the harness waited before the trial failed; null of any other, and where they were not measured.</summary>
    public double? FailedAfterSeconds { get; init; }

    /// <summary>Seconds for predicting, as the engine measured them.</summary>
    public double PredictSeconds { get; init; }

    /// <summary>Largest resident memory of the engine's process during the trial.</summary>
    public long PeakBytes { get; init; }

    /// <summary>Learnt numbers in the model.</summary>
    public long Parameters { get; init; }

    /// <summary>Threads used.</summary>
    public int Threads { get; init; }

    /// <summary>Named figures that only the engine can know.</summary>
    public IReadOnlyDictionary<string, double> Measures { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// Length of the loss's gradient by the parameters of each layer, at the initial weights, from the inputs on; empty where the engine
    /// does not tell.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<double> GradientNorms =>
    [
        .. Enumerable.Range(1, Measures.Count)
            .Select(layer => Measures.TryGetValue($"gradient_norm_{layer}", out double norm) ? norm : (double?)null)
            .TakeWhile(norm => norm is not null)
            .Select(norm => norm!.Value),
    ];

    /// <summary>The model's own word on itself; null when it was not asked for or the engine has none.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>What a reader of the result must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A trial that gave no predictions.</summary>
    public static Outcome Without(TrialStatus status, string reason, string? log = null) => new()
    {
        Status = status,
        Reason = reason,
        Log = log,
    };
}
