namespace FrameworkBench.Cli;

/// <summary>Something that the user gave is wrong.</summary>
/// <param name="problems">One line each: where, what was found, what would be right.</param>
internal sealed class WrongInputException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
