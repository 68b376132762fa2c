namespace FrameworkBench.Protocol.Messages;

/// <summary>Where a fit stands; sent now and then, not for each epoch.</summary>
public sealed record ProgressReply : Reply
{
    /// <summary>The fit's id.</summary>
    public required string Id { get; init; }

    /// <summary>Epochs or boosting rounds done.</summary>
    public required int Epoch { get; init; }

    /// <summary>Training loss of the last one.</summary>
    public double? Loss { get; init; }

    /// <summary>Validation loss after the last one.</summary>
    public double? ValidationLoss { get; init; }
}
