namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The best split found so far; the score is the sum of the children's, negative while there is none.</summary>
internal struct SplitCandidate
{
    /// <summary>No split yet.</summary>
    public static readonly SplitCandidate None = new() { Score = -1, Slot = -1 };

    /// <summary>Sum of the children's G²/(H + λ), scaled.</summary>
    public double Score;

    /// <summary>The feature's place among the tree's features.</summary>
    public int Slot;

    /// <summary>The last bin that goes left; not used by a categorical split.</summary>
    public int Bin;

    /// <summary>Where missing values go.</summary>
    public bool MissingLeft;

    /// <summary>Whether <see cref="LeftBins"/> decides.</summary>
    public bool IsCategorical;

    /// <summary>The bins that go left in a categorical split.</summary>
    public BinSet LeftBins;

    /// <summary>The sum of the rows that go left.</summary>
    public GradientSum Left;
}
