using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Models;

/// <summary>
/// Gradient-boosted trees (Friedman 2001; second-order gains as Chen and Guestrin 2016). A value that is null is the engine's framework's
/// own default.
/// </summary>
public sealed record BoostedTreesSpec : ModelSpec
{
    /// <summary>The kind's word.</summary>
    public const string KindName = "boosted_trees";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool UsesValidation => Patience is not null;

    /// <summary>Boosting rounds, at most; one tree a round, or one a class.</summary>
    public int? Rounds { get; init; }

    /// <summary>Shrinkage of each tree.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Leaves a tree, at most.</summary>
    public int? MaxLeaves { get; init; }

    /// <summary>Levels of splits, at most.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>Rows in a leaf, at least.</summary>
    public int? MinSamplesLeaf { get; init; }

    /// <summary>Sum of second derivatives in a leaf, at least.</summary>
    public double? MinChildWeight { get; init; }

    /// <summary>L2 penalty on leaf values.</summary>
    public double? L2 { get; init; }

    /// <summary>Bins a feature, at most 255, besides the one for missing values.</summary>
    public int? MaxBins { get; init; }

    /// <summary>Share of rows drawn for each tree, in (0, 1].</summary>
    public double? Subsample { get; init; }

    /// <summary>Share of features drawn for each tree, in (0, 1].</summary>
    public double? ColumnSample { get; init; }

    /// <summary>Rounds without a better validation loss before boosting stops; null never stops early. The best round is kept.</summary>
    public int? Patience { get; init; }
}
