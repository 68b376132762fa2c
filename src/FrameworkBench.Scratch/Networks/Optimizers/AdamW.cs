namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019, as PyTorch writes it): every parameter, biases too, is
/// first multiplied by 1 − rate·decay, then moved as <see cref="Adam"/> does.
/// </summary>
/// <param name="LearningRate">Size of a step, greater than 0.</param>
/// <param name="Beta1">Decay of the mean of gradients, 0 ≤ β₁ &lt; 1.</param>
/// <param name="Beta2">Decay of the mean of squared gradients, 0 ≤ β₂ &lt; 1.</param>
/// <param name="Epsilon">Added to the root, greater than 0.</param>
/// <param name="WeightDecay">Strength of the decay, at least 0.</param>
public sealed record AdamW(
    double LearningRate = 0.001,
    double Beta1 = 0.9,
    double Beta2 = 0.999,
    double Epsilon = 1e-8,
    double WeightDecay = 0.01)
    : OptimizerDefinition(LearningRate);
