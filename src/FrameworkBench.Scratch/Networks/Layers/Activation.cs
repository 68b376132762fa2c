namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>A function applied to every value (softmax: to every row).</summary>
/// <param name="Kind">Which function.</param>
/// <param name="Alpha">Slope of <see cref="ActivationKind.LeakyRelu"/> left of zero; others ignore it.</param>
public sealed record Activation(ActivationKind Kind, double Alpha = 0.01) : LayerDefinition;
