namespace FrameworkBench.Changes.Stored;

/// <summary>What <c>environment.md</c> says of the machine and the engines.</summary>
/// <param name="Machine">The lines of its table by their first cell, without the commit.</param>
/// <param name="Builds">What each engine was built on, by engine: lines such as <c>numpy: 2.2.4</c>.</param>
internal sealed record EnvironmentFacts(
    IReadOnlyDictionary<string, string> Machine, IReadOnlyDictionary<string, IReadOnlyList<string>> Builds)
{
    private const string Commit = "commit";

    /// <summary>The lines that tell machines apart; software changes without the machine.</summary>
    private static readonly string[] Hardware = ["processor", "logical cores", "memory"];

    /// <summary>Nothing is known.</summary>
    internal static EnvironmentFacts None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Whether both were measured on one machine, as far as its hardware shows.</summary>
    internal bool IsSameMachine(EnvironmentFacts other) =>
        Hardware.All(line => Machine.TryGetValue(line, out string? own) && other.Machine.GetValueOrDefault(line) == own);

    /// <summary>Reads the page.</summary>
    internal static EnvironmentFacts Read(string page)
    {
        string[][] rows = [.. page.Split('\n').Where(line => line.StartsWith('|')).Select(Cells)];
        var machine = rows.Where(row => row is [{ Length: > 0 } name, _] && name != Commit)
            .DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var builds = rows.Where(row => row is [['*', '*', ..], _, _, _, _])
            .DistinctBy(row => row[0])
            .ToDictionary(row => row[0].Trim('*'), row => (IReadOnlyList<string>)row[4].Split("<br>"), StringComparer.Ordinal);
        return new EnvironmentFacts(machine, builds);
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
