namespace FrameworkBench.Protocol.Messages;

/// <summary>
/// Paths of the <c>.npy</c> files of a fit (little-endian, C order). Inputs are rows × features, float32 or float64.
/// Targets are int32 class indices of shape (rows), or float values of shape (rows × outputs).
/// </summary>
public sealed record ArrayFiles
{
    /// <summary>Inputs of the training rows.</summary>
    public required string TrainX { get; init; }

    /// <summary>Targets of the training rows.</summary>
    public required string TrainY { get; init; }

    /// <summary>Inputs of the validation rows; null when there are none.</summary>
    public string? ValidationX { get; init; }

    /// <summary>Targets of the validation rows; null when there are none.</summary>
    public string? ValidationY { get; init; }

    /// <summary>Inputs of the rows to predict.</summary>
    public required string PredictX { get; init; }

    /// <summary>
    /// Where the engine writes its predictions: rows × classes probabilities, or rows × outputs values, float32 or float64.
    /// </summary>
    public required string Predictions { get; init; }

    /// <summary>
    /// Where the engine writes the codes of the predicted rows, rows × code width, float32 or float64, if they are requested and the model
    /// has any; null when they are not requested.
    /// </summary>
    public string? Codes { get; init; }

    /// <summary>
    /// Where the engine writes the fitted model, a file of <see cref="FittedModels.FittedModelFile"/>; null when it is not requested.
    /// </summary>
    public string? Model { get; init; }

    /// <summary>
    /// Initial weights, parity mode: per layer in order, dense W (inputs × units) then b (units), batch normalisation scale then shift.
    /// Null lets the engine draw them.
    /// </summary>
    public IReadOnlyList<string>? InitialWeights { get; init; }

    /// <summary>
    /// Batch order, parity mode: int32 epochs × rows, the training rows in the order each epoch visits them. Null lets the engine draw it.
    /// </summary>
    public string? BatchOrder { get; init; }

    /// <summary>
    /// Dropout masks, parity mode and only with a batch order: per dropout layer in order, int32 (epochs · training rows) × units, epoch
    /// after epoch in the order in which the rows are visited; 1 keeps a value and 0 drops it. Null lets the engine draw them.
    /// </summary>
    public IReadOnlyList<string>? DropoutMasks { get; init; }
}
