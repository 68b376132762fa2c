namespace FrameworkBench.Engines;

/// <summary>An engine's process did not keep to the protocol: it died, hung, or wrote what is not a reply.</summary>
public sealed class EngineException : Exception
{
    /// <summary>Whether the engine answered, and refused: its framework is not installed, or does not load.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Says what happened.</summary>
    public EngineException(string message)
        : base(message)
    {
    }

    /// <summary>Says what happened and why.</summary>
    public EngineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Something happened.</summary>
    public EngineException()
    {
    }
}
