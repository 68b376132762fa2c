using FrameworkBench.Scratch.Stopping;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>Decides when a training stops early.</summary>
internal sealed class StoppingMonitor(EarlyStopping settings)
{
    private readonly PatienceCounter counter = settings.Rule switch
    {
        StoppingRule.Keras => PatienceCounter.Keras(settings.Patience, settings.MinDelta),
        StoppingRule.LatestBest => PatienceCounter.LatestBest(),
        StoppingRule.Sklearn => PatienceCounter.Sklearn(settings.Patience, settings.MinDelta),
    };

    /// <summary>The best epoch so far, from 0.</summary>
    public int? BestEpoch => counter.Best > 0 ? counter.Best - 1 : null;

    /// <summary>Whether training should end.</summary>
    public bool ShouldStop => counter.IsExhausted;

    /// <summary>Takes the figures of the next epoch, and says whether it is the best so far.</summary>
    public bool Observe(EpochReport epoch) => counter.Observe(settings.Watch switch
    {
        Watch.TrainingLoss => epoch.TrainingLoss,
        Watch.ValidationLoss => epoch.ValidationLoss,
        Watch.ValidationAccuracy or Watch.ValidationDetermination => -epoch.ValidationAccuracy,
    });
}
