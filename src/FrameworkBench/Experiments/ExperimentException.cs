using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>One or more experiment files that cannot be used. It carries every problem that was found, not only the first.</summary>
public sealed class ExperimentException : Exception
{
    /// <summary>Makes an exception of problems.</summary>
    /// <param name="problems">One or more problems, in the order of the files and lines.</param>
    public ExperimentException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the files and lines.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
