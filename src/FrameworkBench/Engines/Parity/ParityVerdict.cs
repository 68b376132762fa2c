namespace FrameworkBench.Engines.Parity;

/// <summary>Whether two engines did the same work.</summary>
public enum ParityVerdict
{
    /// <summary>Losses and predictions agree within the tolerance of the float width.</summary>
    Agrees,

    /// <summary>They do not.</summary>
    Differs,

    /// <summary>They do not, and the framework defines a term in another way, which its engine does not replace for parity.</summary>
    DiffersByDefinition,

    /// <summary>The engine cannot take the start, or lacks something that the model asks for.</summary>
    NotSupported,

    /// <summary>The fit failed.</summary>
    Failed,
}
