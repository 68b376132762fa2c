using System.Diagnostics.CodeAnalysis;

namespace FrameworkBench.Protocol.Messages;

/// <summary>A fit is done and its predictions are written.</summary>
public sealed record FittedReply : FitFigures
{
    /// <summary>An answer, its members to be given.</summary>
    public FittedReply()
    {
    }

    /// <summary>The answer to a fit.</summary>
    /// <param name="id">The fit's id.</param>
    /// <param name="figures">What it gave.</param>
    [SetsRequiredMembers]
    public FittedReply(string id, FitFigures figures)
        : base(figures) => Id = id;

    /// <summary>The fit's id.</summary>
    public required string Id { get; init; }
}
