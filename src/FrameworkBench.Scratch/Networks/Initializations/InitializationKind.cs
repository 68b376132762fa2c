namespace FrameworkBench.Scratch.Networks.Initializations;

/// <summary>The distributions that initial weights are drawn from.</summary>
public enum InitializationKind
{
    /// <summary>All zero.</summary>
    Zero,

    /// <summary>N(0, σ²).</summary>
    Normal,

    /// <summary>Uniform on ±limit.</summary>
    Uniform,

    /// <summary>Uniform on ±√(6 / (inputs + outputs)) (Glorot and Bengio 2010).</summary>
    XavierUniform,

    /// <summary>Normal with variance 2 / (inputs + outputs) (Glorot and Bengio 2010).</summary>
    XavierNormal,

    /// <summary>Uniform on ±√(6 / inputs) (He et al. 2015).</summary>
    HeUniform,

    /// <summary>Normal with variance 2 / inputs (He et al. 2015), not truncated.</summary>
    HeNormal,

    /// <summary>As scikit-learn's MLP draws it; see <see cref="Initialization.Sklearn"/>.</summary>
    Sklearn,

    /// <summary>As PyTorch's nn.Linear draws it; see <see cref="Initialization.Torch"/>.</summary>
    Torch,
}
