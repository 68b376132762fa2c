namespace FrameworkBench.Protocol.Models;

/// <summary>Activation functions.</summary>
public enum Activation
{
    /// <summary>z.</summary>
    Linear,

    /// <summary>1 / (1 + e^−z).</summary>
    Sigmoid,

    /// <summary>tanh z.</summary>
    Tanh,

    /// <summary>max(0, z).</summary>
    Relu,

    /// <summary>z above zero, slope·z below.</summary>
    LeakyRelu,

    /// <summary>z·Φ(z), with the exact normal distribution function.</summary>
    Gelu,

    /// <summary>e^zᵢ / Σ e^zⱼ over the units of the layer.</summary>
    Softmax,
}
