namespace FrameworkBench.Protocol.Hosting;

/// <summary>The engine's framework is not installed or does not load. The message is the whole reason, for the reader of a table.</summary>
public sealed class EngineUnavailableException : Exception
{
    /// <summary>Says why, and what to do.</summary>
    public EngineUnavailableException(string reason)
        : base(reason)
    {
    }

    /// <summary>Says why, and what to do.</summary>
    public EngineUnavailableException(string reason, Exception innerException)
        : base(reason, innerException)
    {
    }

    /// <summary>The framework is not installed.</summary>
    public EngineUnavailableException()
        : this("the framework is not installed")
    {
    }
}
