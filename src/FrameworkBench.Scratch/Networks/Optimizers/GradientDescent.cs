namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>θ ← θ − rate·g. On batches of a few rows it is stochastic gradient descent.</summary>
/// <param name="LearningRate">Size of a step, greater than 0.</param>
public sealed record GradientDescent(double LearningRate) : OptimizerDefinition(LearningRate);
