using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>What is made small.</summary>
    public required Loss Loss { get; init; }

    /// <summary>The rule that moves the parameters.</summary>
    public required OptimizerDefinition Optimizer { get; init; }

    /// <summary>The most passes over the training rows, at least 1.</summary>
    public required int Epochs { get; init; }

    /// <summary>Rows a step; null or 0 (or more than there are) for all of them. The last batch of an epoch may be
    /// smaller.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Whether every epoch has the rows in a new random order (stream 1 of the seed). A full batch has no
    /// order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The order of the rows in each epoch, epochs × rows, instead of a drawn one.</summary>
    public IReadOnlyList<int[]>? BatchOrder { get; init; }

    /// <summary>
    /// What is dropped, instead of drawing it: per dropout layer in order, (epochs · rows) × units, epoch after epoch in the order in which
    /// the rows are visited; true keeps a value. Null draws.
    /// </summary>
    public IReadOnlyList<bool[]>? DropoutMasks { get; init; }

    /// <summary>
    /// α of the L2 penalty α/(2·n)·‖W‖² on the weights (not the biases) of dense layers, n being the rows of the batch:
    /// scikit-learn's definition. It is part of the training loss that is reported.
    /// </summary>
    public double L2 { get; init; }

    /// <summary>When to stop before the last epoch; null for never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Whether rows that do not fill a batch at the end of an epoch are left out of it.</summary>
    public bool DropsRest { get; init; }

    /// <summary>
    /// The factor of the step size, by the share of all updates that are done, from 0; null is 1 throughout. Adam and AdamW have it.
    /// </summary>
    public Func<double, double>? LearningRateSchedule { get; init; }

    /// <summary>The factor of weight decay and of the rates of dropout, likewise.</summary>
    public Func<double, double>? RegularizationSchedule { get; init; }

    /// <summary>Whether accuracies are computed and reported.</summary>
    public bool ReportAccuracy { get; init; }

    /// <summary>Seeds the batch order (stream 1) and dropout (stream 2).</summary>
    public ulong Seed { get; init; }
}
