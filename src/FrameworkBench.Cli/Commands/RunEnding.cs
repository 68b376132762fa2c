namespace FrameworkBench.Cli.Commands;

/// <summary>What a run shows when it is done.</summary>
internal enum RunEnding
{
    /// <summary>A table of scores, then the verdicts with their evidence.</summary>
    Scores,

    /// <summary>One screen with the answer of each experiment that has one.</summary>
    Answers,

    /// <summary>How many trials were done, and no verdict.</summary>
    Counts,
}
