namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>What makes a split of rows with classes good; regression always uses the squared error.</summary>
public enum SplitCriterion
{
    /// <summary>The chance that two rows drawn from a node differ in class: 1 − Σ p² (Breiman et al. 1984).</summary>
    Gini,

    /// <summary>Shannon's entropy of the classes in bits: −Σ p log₂ p.</summary>
    Entropy,
}
