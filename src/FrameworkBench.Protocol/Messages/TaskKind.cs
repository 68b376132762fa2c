namespace FrameworkBench.Protocol.Messages;

/// <summary>What a model predicts.</summary>
public enum TaskKind
{
    /// <summary>One of two classes.</summary>
    Binary,

    /// <summary>One of three or more classes.</summary>
    Multiclass,

    /// <summary>Real values.</summary>
    Regression,

    /// <summary>The inputs themselves, which the model must take through something narrower.</summary>
    Reconstruction,
}
