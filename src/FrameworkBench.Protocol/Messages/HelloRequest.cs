namespace FrameworkBench.Protocol.Messages;

/// <summary>Asks who the engine is and what it can do; the first request of every session.</summary>
public sealed record HelloRequest : Request
{
    /// <summary>The protocol version that the harness speaks.</summary>
    public int Protocol { get; init; } = ProtocolJson.Version;
}
