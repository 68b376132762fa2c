namespace FrameworkBench.Results.Summaries;

/// <summary>How one side of a comparison stands to the other.</summary>
internal enum Standing
{
    /// <summary>Better, beyond the uncertainty.</summary>
    Ahead,

    /// <summary>No significant difference.</summary>
    Undecided,

    /// <summary>Worse, beyond the uncertainty.</summary>
    Behind,
}
