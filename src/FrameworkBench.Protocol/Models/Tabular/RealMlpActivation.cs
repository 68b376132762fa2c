namespace FrameworkBench.Protocol.Models.Tabular;

/// <summary>The activations of RealMLP's hidden layers.</summary>
public enum RealMlpActivation
{
    /// <summary>max(0, z).</summary>
    Relu,

    /// <summary>λ·z above zero, λ·α·(e^z − 1) below (Klambauer et al. 2017).</summary>
    Selu,

    /// <summary>z·tanh(ln(1 + e^z)) (Misra 2020).</summary>
    Mish,
}
