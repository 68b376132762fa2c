namespace FrameworkBench.Protocol.Messages;

/// <summary>A fit was given up as asked.</summary>
/// <param name="Id">The fit's id.</param>
public sealed record CancelledReply(string Id) : Reply;
