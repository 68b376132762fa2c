using System.Numerics;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>
/// Trains a network: epoch by epoch, batch by batch, forward, loss, backward, step. The same options, network and
/// samples give the same result, to the last bit. After the first epoch it allocates nothing.
/// </summary>
/// <typeparam name="T">float or double, as the network.</typeparam>
public sealed class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainingOptions options;

    /// <summary>A trainer with these options.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message says which.</exception>
    public Trainer(TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TrainingChecks.Options(options);
        this.options = options;
    }

    /// <summary>Trains the network from its present parameters.</summary>
    /// <param name="network">What learns; its parameters are moved.</param>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">Rows to watch; null for none.</param>
    /// <param name="progress">Called after every epoch; null for nobody.</param>
    /// <param name="cancellationToken">Ends training between batches.</param>
    /// <exception cref="ArgumentException">Samples and network do not fit, or the network cannot be trained.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public TrainingResult Fit(
        Network<T> network,
        Samples<T> training,
        Samples<T>? validation = null,
        Action<EpochReport>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        TrainingChecks.Fit(options, network, training, validation);
        return new Fitting<T>(options, network, training, validation).Run(progress, cancellationToken);
    }
}
