namespace FrameworkBench.Experiments.Reading;

/// <summary>Gathers the problems of one file, each place and message once, in the order of the lines.</summary>
internal sealed class ProblemList(string file)
{
    private readonly Dictionary<(int Line, int Column, string Message), Problem> problems = [];

    public bool Any => problems.Count > 0;

    /// <summary>Adds what is wrong at a place. An inherited place is told once, not for every heir.</summary>
    public void Add(Node node, string? key, string message) => Add(node.Line, node.Column, key, message);

    /// <inheritdoc cref="Add(Node, string, string)"/>
    public void Add(int line, int column, string? key, string message) =>
        problems.TryAdd((line, column, message), new Problem(file, line, null, key, message));

    /// <summary>Adds what is wrong with the text itself, where only line and column tell the place.</summary>
    public void AddSyntax(int line, int column, string message) =>
        problems.TryAdd((line, column, message), new Problem(file, line, column, null, message));

    /// <summary>Adds what is wrong with the whole file.</summary>
    public void AddWhole(string message) => problems.TryAdd((0, 0, message), new Problem(file, null, null, null, message));

    public IReadOnlyList<Problem> InOrder() => [.. problems.OrderBy(pair => pair.Key.Line).ThenBy(pair => pair.Key.Column).Select(pair => pair.Value)];
}
