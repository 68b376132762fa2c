using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Stopping;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>Decides when a training stops early, for engines whose framework leaves that to its user.</summary>
/// <param name="settings">What is watched, and how long it may fail to improve.</param>
public sealed class StoppingMonitor(EarlyStopping settings)
{
    private readonly PatienceCounter counter = settings.Rule switch
    {
        StoppingRule.Keras => PatienceCounter.Keras(settings.Patience, settings.MinDelta),
        StoppingRule.Sklearn => PatienceCounter.Sklearn(settings.Patience, settings.MinDelta),
    };

    /// <summary>The epoch with the best figure so far, counted from 1; 0 before the first.</summary>
    public int BestEpoch => counter.Best;

    /// <summary>Whether training should end.</summary>
    public bool ShouldStop => counter.IsExhausted;

    /// <summary>Takes the figures of the next epoch.</summary>
    /// <param name="trainingLoss">Mean loss of the epoch's batches.</param>
    /// <param name="validationLoss">Mean loss of the validation rows, if there are any.</param>
    /// <param name="validationAccuracy">Share of validation rows predicted right, or R².</param>
    /// <returns>Whether this epoch is the best so far, so that its weights are worth keeping.</returns>
    /// <exception cref="InvalidDataException">Validation rows are watched and there are none.</exception>
    public bool Observe(double trainingLoss, double? validationLoss, double? validationAccuracy)
    {
        double? watched = settings.Watch switch
        {
            Watch.TrainingLoss => trainingLoss,
            Watch.ValidationLoss => validationLoss,
            Watch.ValidationAccuracy => -validationAccuracy,
        };
        return counter.Observe(watched ?? throw new InvalidDataException(
            "early_stopping watches validation rows, and the fit has none; give validation_x and validation_y or watch training_loss."));
    }
}
