namespace FrameworkBench.Protocol.Messages;

/// <summary>Who the engine is and what it can do.</summary>
public sealed record HelloReply : Reply
{
    /// <summary>The protocol version that the engine speaks.</summary>
    public int Protocol { get; init; } = ProtocolJson.Version;

    /// <summary>The engine's name, as in <c>--engine</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The framework behind it.</summary>
    public required string Framework { get; init; }

    /// <summary>The framework's version.</summary>
    public required string Version { get; init; }

    /// <summary>What it can do.</summary>
    public required Capabilities Capabilities { get; init; }

    /// <summary>What its numbers depend on besides: runtime, linear-algebra library, versions of libraries.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
