namespace FrameworkBench.Protocol.Models.Tabular;

/// <summary>How a numeric input of RealMLP becomes several.</summary>
public enum NumericEmbedding
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Periodic with bias, linear, dense: 16 cosines of learnt frequencies and phases, 3 linear combinations of them, and the
    /// input
    /// itself.</summary>
    Pbld,
}
