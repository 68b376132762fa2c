namespace FrameworkBench.Protocol.Models;

/// <summary>Distributions of initial weights. Biases start at zero unless the kind says otherwise.</summary>
public enum InitializationKind
{
    /// <summary>What the engine's framework does when nothing is said.</summary>
    Default,

    /// <summary>All zero.</summary>
    Zero,

    /// <summary>N(0, σ²), σ being the scale.</summary>
    Normal,

    /// <summary>U(−limit, limit), the limit being the scale.</summary>
    Uniform,

    /// <summary>U(±√(6 / (inputs + units))) (Glorot and Bengio 2010).</summary>
    XavierUniform,

    /// <summary>N(0, 2 / (inputs + units)) (Glorot and Bengio 2010).</summary>
    XavierNormal,

    /// <summary>U(±√(6 / inputs)) (He et al. 2015).</summary>
    HeUniform,

    /// <summary>N(0, 2 / inputs) (He et al. 2015).</summary>
    HeNormal,

    /// <summary>
    /// scikit-learn's multi-layer perceptron: U(±√(6 / (inputs + units))), or √2 for √6 with sigmoid, weights and biases alike.
    /// </summary>
    Sklearn,

    /// <summary>PyTorch's linear layer: U(±1/√inputs), weights and biases alike.</summary>
    Torch,
}
