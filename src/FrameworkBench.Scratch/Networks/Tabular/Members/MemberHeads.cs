using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>The output layers of several members, each with its own weights: x·H + g.</summary>
/// <param name="Members">How many.</param>
/// <param name="Units">Outputs of each, at least 1.</param>
public sealed record MemberHeads(int Members, int Units) : LayerDefinition
{
    internal override Layer<T> Make<T>(int inputs) => new MemberHeadsLayer<T>(inputs, Members, Units);
}
