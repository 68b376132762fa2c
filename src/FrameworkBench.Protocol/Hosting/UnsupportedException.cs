namespace FrameworkBench.Protocol.Hosting;

/// <summary>An engine lacks something that was requested.</summary>
public sealed class UnsupportedException : Exception
{
    /// <summary>Names what is missing.</summary>
    /// <param name="missing">The missing capability in the words of the model specification, such as <c>layer batch_norm</c>.</param>
    public UnsupportedException(string missing)
        : base(missing)
    {
    }

    /// <summary>Names what is missing.</summary>
    public UnsupportedException(string missing, Exception innerException)
        : base(missing, innerException)
    {
    }

    /// <summary>Something is missing.</summary>
    public UnsupportedException()
        : this("a capability that the engine did not name")
    {
    }
}
