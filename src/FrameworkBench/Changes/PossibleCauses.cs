using FrameworkBench.Changes.Stored;
using FrameworkBench.Results;

namespace FrameworkBench.Changes;

/// <summary>Finds what else changed, and may be why results did.</summary>
internal static class PossibleCauses
{
    private const int ShownOfChecksum = 8;

    /// <summary>What engines and the machine have.</summary>
    /// <param name="before">The old results.</param>
    /// <param name="after">The new ones.</param>
    /// <param name="experiments">The experiments whose results changed.</param>
    internal static IEnumerable<string> Of(StoredResults before, StoredResults after, IReadOnlyCollection<string> experiments) =>
    [
        .. experiments.SelectMany(name => Versions(before[name]!, after[name]!)).Distinct(StringComparer.Ordinal),
        .. Builds(before.Environment, after.Environment),
        .. Lines("machine", before.Environment.Machine, after.Environment.Machine),
    ];

    /// <summary>What an experiment was run with, and on which tables.</summary>
    internal static IEnumerable<string> Of(StoredExperiment before, StoredExperiment after) =>
        Settings(before, after).Select(cause => $"{after.Name}: {cause}");

    private static IEnumerable<string> Settings(StoredExperiment before, StoredExperiment after)
    {
        if (before.Run.Profile != after.Run.Profile)
            yield return $"profile {Word(before.Run)} → {Word(after.Run)}";
        if (before.Run.Draws.RandomState != after.Run.Draws.RandomState)
            yield return $"random state {State(before.Run)} → {State(after.Run)}";
        if (Seeds(before.Run) is var old && Seeds(after.Run) is var @new && old != @new)
            yield return $"seeds {old} → {@new}";
        Dictionary<string, string> tables = Tables(after);
        foreach ((string table, string checksum) in Tables(before))
        {
            if (tables.GetValueOrDefault(table) is { } other && other != checksum)
                yield return $"data of {table}: SHA-256 {Start(checksum)} → {Start(other)}";
        }

        string[] claims = [.. Changed(before, after)];
        if (claims.Length > 0)
            yield return $"the definition of {string.Join(", ", claims)}";
    }

    // A claim's hash covers its test and all of the experiment that it rests on.
    private static IEnumerable<string> Changed(StoredExperiment before, StoredExperiment after) =>
        (from entry in after.Claims
         join earlier in before.Claims on entry.Name equals earlier.Name
         where entry["hash"] != earlier["hash"]
         select entry["id"]).Distinct();

    private static IEnumerable<string> Versions(ExperimentRun before, ExperimentRun after) =>
        from engine in after.Engines
        join earlier in before.Engines on engine.Name equals earlier.Name
        where engine.Available && earlier.Available && engine.Version != earlier.Version
        select $"engine {engine.Name}: {earlier.Version} → {engine.Version}";

    private static IEnumerable<string> Builds(EnvironmentFacts before, EnvironmentFacts after) =>
        from engine in after.Builds
        where before.Builds.ContainsKey(engine.Key)
        from line in Lines($"engine {engine.Key}", Parts(before.Builds[engine.Key]), Parts(engine.Value))
        select line;

    private static Dictionary<string, string> Parts(IEnumerable<string> lines) =>
        lines.Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0])
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static IEnumerable<string> Lines(
        string whose, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        from line in after
        where before.TryGetValue(line.Key, out string? earlier) && earlier != line.Value
        select $"{whose}: {line.Key} {before[line.Key]} → {line.Value}";

    private static Dictionary<string, string> Tables(StoredExperiment experiment) =>
        experiment.Table.Rows.DistinctBy(row => row["dataset"])
            .ToDictionary(row => row["dataset"], row => row["table_sha256"], StringComparer.Ordinal);

    private static string Start(string checksum) => checksum.Length > ShownOfChecksum ? $"{checksum[..ShownOfChecksum]}…" : checksum;

    private static string Word(ExperimentRun run) => run.Profile.ToString().ToLowerInvariant();

    private static string State(ExperimentRun run) => run.Draws.RandomState?.ToString() ?? "none";

    private static string Seeds(ExperimentRun run) => $"{run.Draws.FirstSeed}–{run.Draws.FirstSeed + run.Draws.Seeds - 1}";
}
