using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>
/// A dense layer of several members with one weight matrix: member m computes s ∘ ((r ∘ x)·W) + b with its own r, s and b.
/// </summary>
/// <param name="Members">How many.</param>
/// <param name="Units">Outputs of each, at least 1.</param>
/// <param name="IsFirst">Whether all see the same inputs; r then starts from random signs and not from 1.</param>
public sealed record MemberDense(int Members, int Units, bool IsFirst) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new MemberDenseLayer<T>(inputs, Members, Units, IsFirst);
}
