using FrameworkBench.Scratch.Networks.Optimizers;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>
/// How fast RealMLP's parameters learn and decay. The factor of the rate stands squared in the decay, as in the authors' code.
/// </summary>
internal static class RealMlpRules
{
    /// <summary>Factors of the inputs.</summary>
    public static UpdateRule Fast { get; } = new(Rate: 6, Decay: 36);

    /// <summary>Periodic embeddings and the shares of activations.</summary>
    public static UpdateRule Slow { get; } = new(Rate: 0.1, Decay: 0.1 * 0.1);

    /// <summary>Biases of layers.</summary>
    public static UpdateRule Bias { get; } = new(Rate: 0.1, Decay: 0);
}
