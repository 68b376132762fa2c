namespace FrameworkBench.Datasets.Reading;

/// <summary>Gathers the problems of one source, up to a limit, so that all can be told at once.</summary>
internal sealed class ProblemList(string source, int limit = ProblemList.DefaultLimit)
{
    /// <summary>As many as a person will read in a terminal.</summary>
    public const int DefaultLimit = 20;

    private readonly List<DatasetProblem> listed = [];
    private int unlisted;

    public bool Any => listed.Count > 0;

    public void Add(string message, int? line = null, string? column = null)
    {
        if (listed.Count < limit)
            listed.Add(new DatasetProblem(source, line, column, message));
        else
            unlisted++;
    }

    public void ThrowIfAny()
    {
        if (Any)
            throw Exception();
    }

    /// <summary>All problems in the order of the file; those of the whole file last.</summary>
    public DatasetException Exception() => new([.. listed.OrderBy(problem => problem.Line ?? int.MaxValue)], unlisted);
}
