namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>The activations of RealMLP.</summary>
public enum Curve
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>λ·x above zero, λ·α·(e^x − 1) below (Klambauer et al. 2017).</summary>
    Selu,

    /// <summary>x·tanh(ln(1 + e^x)) (Misra 2020).</summary>
    Mish,
}
