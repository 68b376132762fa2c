namespace FrameworkBench.Engines.LightGbm.Native;

/// <summary>LightGBM refused. The message is its own.</summary>
internal sealed class LightGbmException : Exception
{
    /// <summary>Takes LightGBM's message.</summary>
    public LightGbmException(string message)
        : base(message)
    {
    }

    /// <summary>Takes LightGBM's message.</summary>
    public LightGbmException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>LightGBM gave no message.</summary>
    public LightGbmException()
        : this("LightGBM gave no message")
    {
    }
}
