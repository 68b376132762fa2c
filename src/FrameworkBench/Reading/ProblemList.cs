namespace FrameworkBench.Reading;

/// <summary>Gathers the problems of one file, each place and message once, up to a limit.</summary>
/// <param name="file">The file's path as messages name it.</param>
/// <param name="limit">How many are listed; the rest is only counted.</param>
internal sealed class ProblemList(string file, int limit = int.MaxValue)
{
    /// <summary>As many as a person will read in a terminal.</summary>
    public const int Screenful = 20;

    /// <summary>As many as whoever wrote an experiment may want to put right at once.</summary>
    public const int Many = 100;

    private readonly Dictionary<(int Line, int Column, string Message), Problem> problems = [];

    public bool Any => problems.Count > 0;

    /// <summary>Whether any further one is only counted, so that nobody will read what it says.</summary>
    public bool IsFull => problems.Count >= limit;

    /// <summary>How many were found beyond the limit.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Adds what is wrong at a place. An inherited place is reported once, not for every heir.</summary>
    public void Add(Node node, string? key, string message) => Add(node.Line, node.Column, key, message);

    /// <inheritdoc cref="Add(Node, string, string)"/>
    public void Add(int line, int column, string? key, string message) => Add(line, column, new Problem(file, line, null, key, message));

    /// <summary>Adds what is wrong with the text itself, where only line and column tell the place.</summary>
    public void AddSyntax(int line, int column, string message) => Add(line, column, new Problem(file, line, column, null, message));

    /// <summary>Adds what is wrong with the whole file.</summary>
    public void AddWhole(string message) => Add(int.MaxValue, 0, new Problem(file, null, null, null, message));

    /// <summary>Adds what is wrong with a table: with a line and a column, with all of one, or with the whole.</summary>
    public void AddOfTable(string message, int? line = null, string? column = null) =>
        Add(line ?? int.MaxValue, 0, new Problem(file, line, null, null, column is null ? message : $"column '{column}': {message}"));

    /// <summary>All that are listed, in the order of the lines; those of the whole file last.</summary>
    public IReadOnlyList<Problem> InOrder() =>
        [.. problems.OrderBy(pair => pair.Key.Line).ThenBy(pair => pair.Key.Column).Select(pair => pair.Value)];

    private void Add(int line, int column, Problem problem)
    {
        if (!IsFull)
            problems.TryAdd((line, column, problem.Message), problem);
        else if (!problems.ContainsKey((line, column, problem.Message)))
            Unlisted++;
    }
}
