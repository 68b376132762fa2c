namespace FrameworkBench.Changes.Noise;

/// <summary>Which trials of two results are compared with each other.</summary>
public enum Pairing
{
    /// <summary>Those of one split and seed.</summary>
    SplitAndSeed,

    /// <summary>Those of one split, in the order of their seeds.</summary>
    Split,

    /// <summary>None, of other seeds on one split: the seeds of one result with those of the other.</summary>
    Seeds,

    /// <summary>None, on other rows: the means of the splits of one result with those of the other.</summary>
    Splits,
}
