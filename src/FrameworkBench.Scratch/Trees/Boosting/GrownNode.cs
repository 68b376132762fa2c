namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>A node of the tree that is being grown.</summary>
internal struct GrownNode
{
    /// <summary>Its first place among the rows.</summary>
    public int Start;

    /// <summary>How many rows it has.</summary>
    public int Count;

    /// <summary>Splits from the root to it.</summary>
    public int Depth;

    /// <summary>The sum over its rows.</summary>
    public GradientSum Sum;

    /// <summary>Its histogram in the pool, or −1.</summary>
    public int Histogram;

    /// <summary>Its best split.</summary>
    public SplitCandidate Split;

    /// <summary>By how much that split reduces the loss, in the loss's units; not above the least gain: no split.</summary>
    public double Gain;

    /// <summary>The left child, the right one follows it; 0 in a leaf.</summary>
    public int Left;
}
