namespace FrameworkBench.Protocol.Models;

/// <summary>How a network is trained. A value that is null is the engine's framework's own default.</summary>
public sealed record TrainingSpec
{
    /// <summary>What is minimised.</summary>
    public required Loss Loss { get; init; }

    /// <summary>The update rule.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>The step size.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Passes over the training rows, at most.</summary>
    public required int Epochs { get; init; }

    /// <summary>Rows an update; null is all of them. More than there are rows means all.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Whether the rows are put into a new random order before each epoch.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Velocity kept by <see cref="Optimizer.Momentum"/> and <see cref="Optimizer.Nesterov"/>.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Decay of the mean of gradients (Adam, AdamW).</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients (Adam, AdamW).</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Decay of the mean of squared gradients of RMSProp.</summary>
    public double Rho { get; init; } = 0.99;

    /// <summary>Added to the root in RMSProp, Adam and AdamW.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Decoupled weight decay of AdamW: w ← w − rate·decay·w at each update.</summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// L2 penalty α: adds α / (2·rows of the batch)·Σw² over the weights, not the biases, to the loss (scikit-learn's alpha).
    /// </summary>
    public double L2 { get; init; }

    /// <summary>When to stop before the last epoch; null never stops early.</summary>
    public EarlyStopping? EarlyStopping { get; init; }
}
