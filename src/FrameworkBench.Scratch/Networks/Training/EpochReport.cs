namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>What one epoch gave.</summary>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="TrainingLoss">Mean over the epoch's rows of the loss as it was before each update.</param>
/// <param name="TrainingAccuracy">The share of right answers in the same passes, NaN when not asked for.</param>
/// <param name="ValidationLoss">Loss on the validation rows after the epoch, NaN without validation rows.</param>
/// <param name="ValidationAccuracy">Accuracy on them, or R² where early stopping watches that; NaN unless requested.</param>
public readonly record struct EpochReport(
    int Epoch,
    double TrainingLoss,
    double TrainingAccuracy,
    double ValidationLoss,
    double ValidationAccuracy);
