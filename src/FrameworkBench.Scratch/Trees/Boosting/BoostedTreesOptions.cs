namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// How boosted trees are grown. The defaults are those of scikit-learn's HistGradientBoostingClassifier and -Regressor
/// (version 1.2), with early stopping off.
/// </summary>
public sealed record BoostedTreesOptions
{
    /// <summary>What a tree's values are multiplied by, above 0. Default 0.1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Boosting rounds: trees for regression and two classes, times the classes when there are more. Default 100.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>The most leaves of a tree, at least 2, or null for no limit. Default 31.</summary>
    public int? MaxLeaves { get; init; } = 31;

    /// <summary>The most splits between root and leaf, at least 1, or null for no limit. Default null.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>The fewest training rows of a leaf. Default 20.</summary>
    public int MinSamplesLeaf { get; init; } = 20;

    /// <summary>The least sum of hessians of a leaf. Default 0.001.</summary>
    public double MinChildWeight { get; init; } = 1e-3;

    /// <summary>Added to the sum of hessians in gains and leaf values (λ of Chen and Guestrin 2016). Default 0.</summary>
    public double L2 { get; init; }

    /// <summary>A split must reduce the loss by more than this, in units of G²/(H + λ). Default 0.</summary>
    public double MinGain { get; init; }

    /// <summary>The most bins of a feature, 2 to 255, one for missing values not counted. Default 255.</summary>
    public int MaxBins { get; init; } = 255;

    /// <summary>The part of the rows that each round draws without replacement, above 0 to 1. Default 1.</summary>
    public double Subsample { get; init; } = 1;

    /// <summary>The part of the features that each tree may use, above 0 to 1. Default 1.</summary>
    public double ColumnSample { get; init; } = 1;

    /// <summary>
    /// Categories with fewer rows in a node than this stay together on the right; it is also added to a category's
    /// hessian when categories are put into order. Default 10.
    /// </summary>
    public double CategorySmoothing { get; init; } = 10;

    /// <summary>Rounds without a better validation loss after which training ends; null never ends it. Default null.</summary>
    public int? EarlyStoppingPatience { get; init; }

    /// <summary>By which part of the validation loss before the first round it must fall to count as better. Default 1e-7.</summary>
    public double EarlyStoppingMinDelta { get; init; } = 1e-7;

    /// <summary>Seed of row and column sampling. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads to train with; the result does not depend on it. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Refuses values out of range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    internal void Check()
    {
        OptionCheck.Require(LearningRate > 0 && double.IsFinite(LearningRate), LearningRate, "a finite number above 0");
        OptionCheck.Require(Rounds >= 1, Rounds, "at least 1");
        OptionCheck.Require(MaxLeaves is null or >= 2, MaxLeaves, "at least 2, or null for no limit");
        OptionCheck.Require(MaxDepth is null or >= 1, MaxDepth, "at least 1, or null for no limit");
        OptionCheck.Require(MinSamplesLeaf >= 1, MinSamplesLeaf, "at least 1");
        OptionCheck.Require(MinChildWeight >= 0, MinChildWeight, "0 or more");
        OptionCheck.Require(L2 >= 0 && double.IsFinite(L2), L2, "a finite number, 0 or more");
        OptionCheck.Require(MinGain >= 0, MinGain, "0 or more");
        OptionCheck.Require(MaxBins is >= 2 and <= 255, MaxBins, "2 to 255");
        OptionCheck.Require(Subsample is > 0 and <= 1, Subsample, "above 0 and at most 1");
        OptionCheck.Require(ColumnSample is > 0 and <= 1, ColumnSample, "above 0 and at most 1");
        OptionCheck.Require(CategorySmoothing >= 0, CategorySmoothing, "0 or more");
        OptionCheck.Require(EarlyStoppingPatience is null or >= 1, EarlyStoppingPatience, "at least 1, or null for none");
        OptionCheck.Require(EarlyStoppingMinDelta >= 0, EarlyStoppingMinDelta, "0 or more");
        OptionCheck.Require(Threads >= 1, Threads, "at least 1");
    }
}
