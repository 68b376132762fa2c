namespace FrameworkBench.Protocol.Messages;

/// <summary>Asks the engine to give up a fit; it answers <c>cancelled</c>, or <c>fitted</c> if it was already done.</summary>
public sealed record CancelRequest : Request
{
    /// <summary>The fit's id.</summary>
    public required string Id { get; init; }
}
