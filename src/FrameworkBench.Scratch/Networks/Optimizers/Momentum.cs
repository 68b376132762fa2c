namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>
/// v ← μ·v + g, then θ ← θ − rate·v; Nesterov's variant steps by g + μ·v instead (PyTorch's SGD, without dampening).
/// </summary>
/// <param name="LearningRate">Size of a step, greater than 0.</param>
/// <param name="Coefficient">μ, 0 ≤ μ &lt; 1.</param>
/// <param name="Nesterov">Whether to look ahead.</param>
public sealed record Momentum(double LearningRate, double Coefficient = 0.9, bool Nesterov = false)
    : OptimizerDefinition(LearningRate);
