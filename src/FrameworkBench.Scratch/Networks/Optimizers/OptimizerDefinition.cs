namespace FrameworkBench.Scratch.Networks.Optimizers;

/// <summary>A rule that moves parameters by their gradients, as data. Definitions are PyTorch's.</summary>
/// <param name="LearningRate">Size of a step, greater than 0.</param>
public abstract record OptimizerDefinition(double LearningRate);
