namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>v ← ρ·v + (1 − ρ)·g², then θ ← θ − rate·g / (√v + ε) (Hinton 2012; PyTorch's RMSprop).</summary>
/// <param name="LearningRate">Size of a step, greater than 0.</param>
/// <param name="Decay">ρ, 0 ≤ ρ &lt; 1 (PyTorch calls it alpha; Keras' default is 0.9).</param>
/// <param name="Epsilon">Added to the root, greater than 0.</param>
public sealed record RmsProp(double LearningRate = 0.01, double Decay = 0.99, double Epsilon = 1e-8)
    : OptimizerDefinition(LearningRate);
