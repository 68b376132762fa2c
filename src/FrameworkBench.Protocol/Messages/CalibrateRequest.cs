namespace FrameworkBench.Protocol.Messages;

/// <summary>
/// Asks for the speed of one square matrix product, which distinguishes an engine on a crippled linear-algebra library from a slow one.
/// </summary>
public sealed record CalibrateRequest : Request
{
    /// <summary>Rows and columns of both factors.</summary>
    public int Size { get; init; } = 512;

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = 1;
}
