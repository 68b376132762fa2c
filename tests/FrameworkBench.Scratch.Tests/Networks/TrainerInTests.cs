using System.Numerics;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

internal static class TrainerInTests
{
    /// <summary>Trains until done or until the test is cancelled.</summary>
    public static TrainingResult Train<T>(
        this Trainer<T> trainer,
        Network<T> network,
        Samples<T> training,
        Samples<T>? validation = null,
        Action<EpochReport>? progress = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        trainer.Fit(network, training, validation, progress, TestContext.Current.CancellationToken);
}
