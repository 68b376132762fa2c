namespace FrameworkBench.Scratch.Trees;

/// <summary>What the numbers of a feature mean.</summary>
public enum FeatureKind
{
    /// <summary>An ordered quantity; a split is a threshold.</summary>
    Numeric,

    /// <summary>Category codes, whole numbers from 0 to 65,534 without order; a split is a set of codes.</summary>
    Categorical,
}
