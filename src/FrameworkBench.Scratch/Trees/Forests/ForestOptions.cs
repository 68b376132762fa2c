using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Scratch.Trees.Forests;

/// <summary>
/// How a random forest is grown. The defaults are those of scikit-learn's RandomForestClassifier and -Regressor
/// (version 1.2): 100 trees without limits, each on a bootstrap sample.
/// </summary>
public sealed record ForestOptions
{
    /// <summary>How many trees. Default 100.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>What makes a split of classes good; not used by regression. Default Gini.</summary>
    public SplitCriterion Criterion { get; init; } = SplitCriterion.Gini;

    /// <summary>The most splits between root and leaf, at least 1, or null for no limit. Default null.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>A node with fewer rows is a leaf; a row drawn twice counts once. Default 2.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>The fewest rows of a leaf; a row drawn twice counts once. Default 1.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>
    /// How many features, drawn anew, are tried at a node. Default null: the square root of their number for
    /// classification, all of them for regression.
    /// </summary>
    public int? MaxFeatures { get; init; }

    /// <summary>A split must reduce the impurity, weighted by the node's share of the rows, by this. Default 0.</summary>
    public double MinImpurityDecrease { get; init; }

    /// <summary>Whether each tree has as many rows as there are, drawn with replacement; else all. Default true.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>Seed of all drawing. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads to train and predict with; the result does not depend on it. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The options of each tree.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    internal TreeOptions TreeOptionsFor(int featureCount, bool isClassification)
    {
        OptionCheck.Require(Trees >= 1, Trees, "at least 1");
        OptionCheck.Require(Threads >= 1, Threads, "at least 1");
        int usual = isClassification ? Math.Max(1, (int)Math.Sqrt(featureCount)) : featureCount;
        var options = new TreeOptions
        {
            Criterion = Criterion,
            MaxDepth = MaxDepth,
            MinSamplesSplit = MinSamplesSplit,
            MinSamplesLeaf = MinSamplesLeaf,
            MaxFeatures = MaxFeatures ?? usual,
            MinImpurityDecrease = MinImpurityDecrease,
        };
        options.Check(featureCount);
        return options;
    }
}
