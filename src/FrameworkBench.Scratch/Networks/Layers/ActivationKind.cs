namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>The activation functions.</summary>
public enum ActivationKind
{
    /// <summary>f(x) = x.</summary>
    Linear,

    /// <summary>1 where x ≥ 0, else 0. It has no useful slope: a network that holds it predicts but cannot be trained.</summary>
    Step,

    /// <summary>1 / (1 + e^−x).</summary>
    Sigmoid,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, x); the slope at 0 is taken as 0.</summary>
    Relu,

    /// <summary>x where x &gt; 0, else α·x.</summary>
    LeakyRelu,

    /// <summary>x·Φ(x) with the exact normal distribution function, ½·x·(1 + erf(x/√2)) (Hendrycks and Gimpel 2016).</summary>
    Gelu,

    /// <summary>e^xᵢ / Σ e^xⱼ over a row.</summary>
    Softmax,
}
