using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Hosting;

/// <summary>Counts epochs without betterment by either <see cref="StoppingRule"/>, for engines whose framework leaves that to its user.</summary>
/// <param name="spec">What is watched and how long a lack of betterment is borne.</param>
public sealed class EarlyStopping(EarlyStoppingSpec spec)
{
    private readonly EarlyStoppingSpec spec = spec ?? throw new ArgumentNullException(nameof(spec));
    private double reference = double.PositiveInfinity;
    private double best = double.PositiveInfinity;
    private int without;

    /// <summary>The epoch with the best figure so far, counted from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Whether training should end.</summary>
    public bool ShouldStop { get; private set; }

    /// <summary>Takes what is watched after an epoch.</summary>
    /// <param name="epoch">The epoch, counted from 1.</param>
    /// <param name="trainingLoss">Mean loss of the epoch's batches.</param>
    /// <param name="validationLoss">Mean loss of the validation rows, if there are any.</param>
    /// <param name="validationAccuracy">Share of validation rows predicted right, or R².</param>
    /// <returns>Whether this epoch is the best so far, so that its weights are worth keeping.</returns>
    /// <exception cref="InvalidDataException">Validation rows are watched and there are none.</exception>
    public bool Observe(int epoch, double trainingLoss, double? validationLoss, double? validationAccuracy)
    {
        double? watched = spec.Watch switch
        {
            Watch.TrainingLoss => trainingLoss,
            Watch.ValidationLoss => validationLoss,
            _ => -validationAccuracy,
        };
        double current = watched ?? throw new InvalidDataException("early_stopping watches validation rows, and the fit has none; give validation_x and validation_y or watch training_loss.");
        return spec.Rule == StoppingRule.Keras ? ObserveLikeKeras(epoch, current) : ObserveLikeSklearn(epoch, current);
    }

    private bool ObserveLikeKeras(int epoch, double current)
    {
        if (current < reference - spec.MinDelta)
        {
            reference = current;
            without = 0;
            BestEpoch = epoch;
            return true;
        }

        without++;
        ShouldStop = without >= spec.Patience && epoch > 1;
        return false;
    }

    private bool ObserveLikeSklearn(int epoch, double current)
    {
        without = current > best - spec.MinDelta ? without + 1 : 0;
        ShouldStop = without > spec.Patience;
        if (current >= best)
            return false;
        best = current;
        BestEpoch = epoch;
        return true;
    }
}
