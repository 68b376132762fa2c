using FrameworkBench.Scratch.Networks.Initializations;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>A fully connected layer: output = input · W + b, with W of inputs × units.</summary>
/// <param name="Units">Number of outputs, at least 1.</param>
/// <param name="Weights">How W is drawn (biases start at zero unless the initialisation says otherwise);
/// <see cref="Initialization.XavierUniform"/> when null.</param>
public sealed record Dense(int Units, Initialization? Weights = null) : LayerDefinition;
