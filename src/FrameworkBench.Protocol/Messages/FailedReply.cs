namespace FrameworkBench.Protocol.Messages;

/// <summary>A fit ended in an error.</summary>
/// <param name="Id">The fit's id.</param>
/// <param name="Reason">One line for the reader of a table.</param>
/// <param name="Detail">The stack trace, for the log.</param>
public sealed record FailedReply(string Id, string Reason, string? Detail = null) : Reply;
