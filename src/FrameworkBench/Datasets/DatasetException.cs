using FrameworkBench.Reading;

namespace FrameworkBench.Datasets;

/// <summary>A data set, a catalog or a split that cannot be had. It carries all problems that were found, not only the first.</summary>
public sealed class DatasetException : InputException
{
    /// <summary>What is wrong with a table that has both.</summary>
    internal const string GroupAndTime = "a table has a group or a time, not both";

    /// <summary>Makes an exception of problems.</summary>
    /// <param name="problems">One or more problems, in the order of the file.</param>
    /// <param name="unlisted">How many more were found than are listed.</param>
    public DatasetException(IReadOnlyList<Problem> problems, int unlisted = 0)
        : base(problems, unlisted)
    {
    }

    /// <summary>Makes an exception of one problem.</summary>
    public DatasetException(string source, string message)
        : this([new Problem(source, null, null, null, message)])
    {
    }

    /// <summary>Makes an exception of the problems of one file.</summary>
    internal DatasetException(ProblemList problems)
        : this(problems.InOrder(), problems.Unlisted)
    {
    }

    /// <summary>Ends the reading of a file that has problems.</summary>
    internal static void ThrowIfAny(ProblemList problems)
    {
        if (problems.Any)
            throw new DatasetException(problems);
    }
}
