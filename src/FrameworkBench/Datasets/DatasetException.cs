namespace FrameworkBench.Datasets;

/// <summary>A data set, a catalog or a split that cannot be had. It carries all problems that were found, not only the first.</summary>
public sealed class DatasetException : Exception
{
    /// <summary>Makes an exception of problems.</summary>
    /// <param name="problems">One or more problems, in the order of the file.</param>
    /// <param name="unlisted">How many more were found than are listed.</param>
    public DatasetException(IReadOnlyList<DatasetProblem> problems, int unlisted = 0)
        : base(Describe(problems, unlisted))
    {
        Problems = problems;
        Unlisted = unlisted;
    }

    /// <summary>Makes an exception of one problem.</summary>
    public DatasetException(string source, string message, int? line = null, string? column = null)
        : this([new DatasetProblem(source, line, column, message)])
    {
    }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<DatasetProblem> Problems { get; }

    /// <summary>How many more problems there are than <see cref="Problems"/> lists.</summary>
    public int Unlisted { get; }

    private static string Describe(IReadOnlyList<DatasetProblem> problems, int unlisted)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string listed = string.Join('\n', problems);
        return unlisted == 0 ? listed : $"{listed}\n{problems[0].Source}: and {unlisted} more like it";
    }
}
