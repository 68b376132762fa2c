using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Protocol.Messages;

/// <summary>Asks the engine to fit one model and to predict.</summary>
public sealed record FitRequest : Request
{
    /// <summary>Comes back in every reply to this request.</summary>
    public required string Id { get; init; }

    /// <summary>What to fit. Layer widths are filled in.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>What the model predicts.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>Number of classes; 0 for values.</summary>
    public required int Classes { get; init; }

    /// <summary>Where the numbers are.</summary>
    public required ArrayFiles Arrays { get; init; }

    /// <summary>The kind of each input column; null says that all are numeric.</summary>
    public IReadOnlyList<FeatureColumn>? Features { get; init; }

    /// <summary>Seeds everything random in the fit.</summary>
    public required long Seed { get; init; }

    /// <summary>Threads the engine may use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The float width to compute in; the arrays come in it.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>Whether the model is to explain itself; an engine that cannot leaves it out. Null is no.</summary>
    public bool? Explain { get; init; }

    /// <summary>Whether the codes of the predicted rows are requested too: what the model's narrowest layer makes of them.</summary>
    public bool Codes { get; init; }

    /// <summary>
    /// Whether a fit from given weights is native. Such a fit may else put the specification's formulas in place of the framework's own, so
    /// that engines can be compared update by update; a native one trains as a fit without given weights does.
    /// </summary>
    public bool Native { get; init; }

    /// <summary>Seconds after which the harness stops the engine; null has no limit.</summary>
    public double? LimitSeconds { get; init; }
}
