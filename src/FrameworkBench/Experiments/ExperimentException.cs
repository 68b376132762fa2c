using FrameworkBench.Reading;

namespace FrameworkBench.Experiments;

/// <summary>One or more experiment files that cannot be used. It carries every problem that was found, not only the first.</summary>
public sealed class ExperimentException : InputException
{
    /// <summary>Makes an exception of problems.</summary>
    /// <param name="problems">One or more problems, in the order of the files and lines.</param>
    /// <param name="unlisted">How many more were found than are listed.</param>
    public ExperimentException(IReadOnlyList<Problem> problems, int unlisted = 0)
        : base(problems, unlisted)
    {
    }

    /// <summary>Makes an exception of the problems of one file.</summary>
    internal ExperimentException(ProblemList problems)
        : this(problems.InOrder(), problems.Unlisted)
    {
    }
}
