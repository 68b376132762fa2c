namespace FrameworkBench.Protocol.Messages;

/// <summary>The speed of one square matrix product.</summary>
public sealed record CalibrationReply : Reply
{
    /// <summary>
    /// Billions of floating-point operations a second, best of several; null when the framework has no matrix product of its own.
    /// </summary>
    public double? Gflops { get; init; }
}
