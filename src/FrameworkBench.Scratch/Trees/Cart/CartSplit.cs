namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>The best split of a node found so far.</summary>
internal struct CartSplit
{
    /// <summary>No split yet.</summary>
    public static readonly CartSplit None = new() { Score = double.NegativeInfinity, Feature = -1 };

    /// <summary>The higher, the purer the children; comparable within a node.</summary>
    public double Score;

    /// <summary>The feature that decides.</summary>
    public int Feature;

    /// <summary>The highest rank that goes left.</summary>
    public int Below;

    /// <summary>The lowest rank that goes right.</summary>
    public int Above;

    /// <summary>Where missing values go.</summary>
    public bool MissingLeft;

    /// <summary>The ranks that go left in a categorical split, as bits; null in a numeric one.</summary>
    public ulong[]? LeftRanks;
}
