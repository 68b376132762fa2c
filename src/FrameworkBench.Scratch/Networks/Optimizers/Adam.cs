namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>
/// m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², then θ ← θ − rate·m̂ / (√v̂ + ε) with the bias-corrected m̂, v̂
/// (Kingma and Ba 2015, as PyTorch writes it; scikit-learn adds ε before the correction of v).
/// </summary>
/// <param name="LearningRate">Size of a step, greater than 0.</param>
/// <param name="Beta1">Decay of the mean of gradients, 0 ≤ β₁ &lt; 1.</param>
/// <param name="Beta2">Decay of the mean of squared gradients, 0 ≤ β₂ &lt; 1.</param>
/// <param name="Epsilon">Added to the root, greater than 0 (PyTorch and scikit-learn 1e-8, Keras 1e-7).</param>
public sealed record Adam(
    double LearningRate = 0.001, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : OptimizerDefinition(LearningRate);
