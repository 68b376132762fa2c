namespace FrameworkBench.Protocol.Messages;

/// <summary>Figures of each epoch or boosting round, in order; a list is null where the engine does not know it.</summary>
public sealed record History
{
    /// <summary>Training loss: mean over the epoch's rows, each batch before its update.</summary>
    public IReadOnlyList<double>? Loss { get; init; }

    /// <summary>Training accuracy, taken as the loss is.</summary>
    public IReadOnlyList<double>? Accuracy { get; init; }

    /// <summary>Validation loss after the epoch, in inference mode.</summary>
    public IReadOnlyList<double>? ValidationLoss { get; init; }

    /// <summary>Validation accuracy after the epoch, in inference mode.</summary>
    public IReadOnlyList<double>? ValidationAccuracy { get; init; }
}
