using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>One classification or regression tree (CART). A value that is null is the engine's framework's own default.</summary>
public sealed record TreeSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "tree";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Levels of splits, at most.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>Rows in a leaf, at least.</summary>
    public int? MinSamplesLeaf { get; init; }

    /// <summary>Leaves, at most.</summary>
    public int? MaxLeaves { get; init; }
}
