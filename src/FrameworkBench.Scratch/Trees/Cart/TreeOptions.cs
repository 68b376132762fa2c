namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// How a single tree is grown. The defaults are those of scikit-learn's DecisionTreeClassifier and -Regressor
/// (version 1.2): no limits, every feature tried at every node.
/// </summary>
public sealed record TreeOptions
{
    /// <summary>What makes a split of classes good; not used by regression. Default Gini.</summary>
    public SplitCriterion Criterion { get; init; } = SplitCriterion.Gini;

    /// <summary>The most splits between root and leaf, at least 1, or null for no limit. Default null.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>A node with fewer rows is a leaf. Default 2.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>The fewest training rows of a leaf. Default 1.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>How many features, drawn anew, are tried at a node; null for all. Default null.</summary>
    public int? MaxFeatures { get; init; }

    /// <summary>A split must reduce the impurity, weighted by the node's share of the rows, by this. Default 0.</summary>
    public double MinImpurityDecrease { get; init; }

    /// <summary>Seed of the drawing of features. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Refuses values out of range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    internal void Check(int featureCount)
    {
        OptionCheck.Require(Enum.IsDefined(Criterion), Criterion, "Gini or Entropy");
        OptionCheck.Require(MaxDepth is null or >= 1, MaxDepth, "at least 1, or null for no limit");
        OptionCheck.Require(MinSamplesSplit >= 2, MinSamplesSplit, "at least 2");
        OptionCheck.Require(MinSamplesLeaf >= 1, MinSamplesLeaf, "at least 1");
        OptionCheck.Require(MinImpurityDecrease >= 0, MinImpurityDecrease, "0 or more");
        OptionCheck.Require(
            MaxFeatures is null || (MaxFeatures >= 1 && MaxFeatures <= featureCount), MaxFeatures,
            $"1 to {featureCount}, the number of features, or null for all");
    }
}
