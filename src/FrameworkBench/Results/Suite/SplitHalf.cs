namespace FrameworkBench.Results.Suite;

/// <summary>Half of a table's splits, in their order.</summary>
internal enum SplitHalf
{
    /// <summary>The first half.</summary>
    First,

    /// <summary>The second half.</summary>
    Second,
}
