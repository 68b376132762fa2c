namespace FrameworkBench.Protocol.Models;

/// <summary>An activation on its own, as after a batch normalisation.</summary>
public sealed record ActivationLayer : LayerSpec
{
    /// <summary>The function.</summary>
    public required Activation Activation { get; init; }

    /// <summary>The slope of <see cref="Activation.LeakyRelu"/> below zero.</summary>
    public double Slope { get; init; } = 0.01;
}
