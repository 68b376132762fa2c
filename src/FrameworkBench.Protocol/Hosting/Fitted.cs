using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>What a fit gave: its figures, and the predictions, which travel in a file.</summary>
public sealed record Fitted : FitFigures
{
    /// <summary>Probabilities rows × classes (two columns for a binary task), or values rows × outputs.</summary>
    public required NpyArray Predictions { get; init; }

    /// <summary>Codes of the predicted rows, rows × code width; null when they were not requested or the model has none.</summary>
    public NpyArray? Codes { get; init; }

    /// <summary>The fitted model; null when it was not requested or the engine cannot give it.</summary>
    public FittedModel? Model { get; init; }
}
