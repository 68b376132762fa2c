namespace FrameworkBench.Protocol.Messages;

/// <summary>The engine cannot do what was asked.</summary>
/// <param name="Id">The fit's id.</param>
/// <param name="Missing">The missing capability, such as <c>layer batch_norm</c>.</param>
public sealed record UnsupportedReply(string Id, string Missing) : Reply;
