namespace FrameworkBench.Protocol.Models;

/// <summary>Batch normalisation with learnt scale and shift (Ioffe and Szegedy 2015).</summary>
public sealed record BatchNormLayer : LayerSpec
{
    /// <summary>
    /// Weight of the newest batch in the running mean and variance (PyTorch's convention; Keras's momentum is one minus this).
    /// </summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; init; } = 1e-5;
}
