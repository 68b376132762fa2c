namespace FrameworkBench.Protocol.Models.Tabular;

/// <summary>The published variants of RealMLP.</summary>
public enum RealMlpVariant
{
    /// <summary>Tuned defaults: weights start so that every unit's weighted sums have variance 1 over the training rows.</summary>
    Td,

    /// <summary>Tuned defaults, simplified: weights and biases start from N(0, 1), the output layer from zero.</summary>
    TdS,
}
