namespace FrameworkBench.Protocol.Messages;

/// <summary>A line was not a request that the engine understands; the session goes on.</summary>
/// <param name="Reason">What was found and what would be right.</param>
public sealed record RefusedReply(string Reason) : Reply;
