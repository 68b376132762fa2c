namespace FrameworkBench.Results.Suite;

/// <summary>What one table says of two models.</summary>
internal enum TableVerdict
{
    /// <summary>The first is better beyond noise.</summary>
    First,

    /// <summary>The second is better beyond noise.</summary>
    Second,

    /// <summary>The whole interval lies within the region of practical equivalence, zero included.</summary>
    Equal,

    /// <summary>The interval includes zero and differences that matter.</summary>
    Undecided,
}
