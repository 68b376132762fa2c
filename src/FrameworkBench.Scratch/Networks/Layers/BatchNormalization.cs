namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy 2015): y = γ·(x − mean)/√(variance + ε) + β per column. In training mean and
/// (biased) variance are the batch's; in inference the running ones. Conventions are PyTorch's:
/// running ← (1 − momentum)·running + momentum·batch, and the running variance takes the batch's unbiased variance.
/// (Keras counts the other way: its momentum 0.99 is 0.01 here.) A batch of a single row has no variance: it is
/// normalised by the running statistics and leaves them as they are.
/// </summary>
/// <param name="Momentum">Weight of the newest batch in the running statistics, 0 … 1.</param>
/// <param name="Epsilon">Added to the variance, greater than 0.</param>
public sealed record BatchNormalization(double Momentum = 0.1, double Epsilon = 1e-5) : LayerDefinition;
