using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>A random forest (Breiman 2001). A value that is null is the engine's framework's own default.</summary>
public sealed record ForestSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "forest";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Number of trees.</summary>
    public int? Trees { get; init; }

    /// <summary>Levels of splits, at most.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>Rows in a leaf, at least.</summary>
    public int? MinSamplesLeaf { get; init; }

    /// <summary>Share of the features tried at a split, in (0, 1].</summary>
    public double? FeatureShare { get; init; }

    /// <summary>Leaves a tree, at most.</summary>
    public int? MaxLeaves { get; init; }
}
