namespace FrameworkBench.Results.Summaries;

/// <summary>How one side of a comparison stands to the other.</summary>
internal enum Standing
{
    /// <summary>Better, beyond the uncertainty.</summary>
    Ahead,

    /// <summary>Not told apart.</summary>
    Undecided,

    /// <summary>Worse, beyond the uncertainty.</summary>
    Behind,
}
