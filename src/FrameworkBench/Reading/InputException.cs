namespace FrameworkBench.Reading;

/// <summary>
/// Something that a user gave is wrong: a file, a name, a number. It carries every problem that was found, not only the first.
/// </summary>
public abstract class InputException : Exception
{
    /// <summary>Makes an exception of problems.</summary>
    /// <param name="problems">One or more problems, in the order of the files and lines.</param>
    /// <param name="unlisted">How many more were found than are listed.</param>
    protected InputException(IReadOnlyList<Problem> problems, int unlisted = 0)
        : base(Describe(problems, unlisted))
    {
        Problems = problems;
        Unlisted = unlisted;
    }

    /// <summary>What is wrong, in the order of the files and lines.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>How many more problems there are than <see cref="Problems"/> lists.</summary>
    public int Unlisted { get; }

    private static string Describe(IReadOnlyList<Problem> problems, int unlisted)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string listed = string.Join('\n', problems);
        return unlisted == 0 ? listed : $"{listed}\n{problems[0].File}: and {unlisted} more like it";
    }
}
