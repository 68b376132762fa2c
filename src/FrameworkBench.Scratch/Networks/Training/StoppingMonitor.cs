namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Counts epochs without getting better, by one rule.</summary>
internal sealed class StoppingMonitor(EarlyStopping stopping)
{
    // Losses are watched with their sign turned, so that more is always better.
    private double best = double.NegativeInfinity;
    private int waited;

    /// <summary>The best epoch so far, from 0.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>Whether the last epoch is the best one so far.</summary>
    public bool IsBest { get; private set; }

    /// <summary>Takes in an epoch and says whether training should stop.</summary>
    public bool Observe(EpochReport epoch)
    {
        double value = stopping.Watch switch
        {
            StoppingWatch.TrainingLoss => -epoch.TrainingLoss,
            StoppingWatch.ValidationLoss => -epoch.ValidationLoss,
            _ => epoch.ValidationAccuracy,
        };
        bool keras = stopping.Rule == StoppingRule.Keras;
        bool enough = keras ? value - stopping.MinDelta > best : value >= best + stopping.MinDelta;
        waited = enough ? 0 : waited + 1;
        IsBest = keras ? enough : value > best;
        if (IsBest)
        {
            best = value;
            BestEpoch = epoch.Epoch;
        }

        return !enough && (keras ? waited >= stopping.Patience : waited > stopping.Patience);
    }
}
