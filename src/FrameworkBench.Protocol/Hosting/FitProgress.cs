namespace FrameworkBench.Protocol.Hosting;

/// <summary>Where a fit stands.</summary>
/// <param name="Epoch">Epochs or rounds done.</param>
/// <param name="Loss">Training loss of the last one.</param>
/// <param name="ValidationLoss">Validation loss after the last one.</param>
public readonly record struct FitProgress(int Epoch, double? Loss, double? ValidationLoss = null);
