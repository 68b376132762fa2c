namespace FrameworkBench.Protocol.Models;

/// <summary>
/// Inverted dropout: while training, each value is zeroed with probability <see cref="Rate"/> and the others are divided by 1 − rate.
/// </summary>
public sealed record DropoutLayer : LayerSpec
{
    /// <summary>The probability that a value is dropped, in [0, 1).</summary>
    public required double Rate { get; init; }
}
