using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;

namespace FrameworkBench.Writing;

/// <summary>
/// What an earlier run left in a results' folder of experiments that a run has no part in: their pages stay, and the
/// ledger keeps their verdicts.
/// </summary>
internal sealed class EarlierResults
{
    private readonly string[] names;

    private EarlierResults(IReadOnlyList<ExperimentResults> experiments, IEnumerable<ExperimentRun> runs, IEnumerable<string> known)
    {
        Experiments = experiments;
        Runs = [.. runs.Where(run => experiments.Any(results => results.Experiment.Name == run.Experiment))];
        names = [.. known.OrderByDescending(name => name.Length)];
    }

    /// <summary>Nothing.</summary>
    internal static EarlierResults None { get; } = new([], [], []);

    /// <summary>The experiments with their verdicts and without their trials, which only the store has.</summary>
    internal IReadOnlyList<ExperimentResults> Experiments { get; }

    /// <summary>What they were run with, as far as the folder says.</summary>
    internal IReadOnlyList<ExperimentRun> Runs { get; }

    /// <summary>Reads what a folder holds of some experiments.</summary>
    /// <param name="folder">The results' folder; it need not exist.</param>
    /// <param name="others">The project's experiments that are no part of the run.</param>
    /// <param name="own">Names of the experiments that are.</param>
    internal static EarlierResults In(string folder, IReadOnlyList<Experiment> others, IEnumerable<string> own)
    {
        var written = ResultsFolder.Written(folder).ToHashSet(StringComparer.Ordinal);
        ILookup<string, Verdict> verdicts = Verdicts(Path.Combine(folder, ClaimsFile.Name), others).ToLookup(verdict => verdict.Experiment);
        IReadOnlyList<ExperimentRun> runs = RunsFile.In(folder);
        return new EarlierResults(
            [.. others.Where(experiment => written.Contains($"{experiment.Name}.md")).Select(experiment => new ExperimentResults(experiment, [], [.. verdicts[experiment.Name]], Absent(experiment)))],
            runs,
            own.Concat(others.Select(experiment => experiment.Name)));

        IReadOnlyList<string> Absent(Experiment experiment) => runs.FirstOrDefault(run => run.Experiment == experiment.Name)?.Absent ?? [];
    }

    /// <summary>Whether a file of before belongs to one of the experiments.</summary>
    internal bool IsPartOf(string path)
    {
        // The name of one experiment may begin another's: the longest that fits owns the file.
        string file = path[(path.LastIndexOf('/') + 1)..];
        string? owner = Array.Find(names, name => file.StartsWith(name, StringComparison.Ordinal) && file.Length > name.Length && file[name.Length] is '.' or '-');
        return owner is not null && Experiments.Any(results => results.Experiment.Name == owner);
    }

    // A claim that was changed since was not judged.
    private static IEnumerable<Verdict> Verdicts(string path, IReadOnlyList<Experiment> others)
    {
        if (!File.Exists(path))
            yield break;
        var claims = others.SelectMany(experiment => experiment.Claims.Select(claim => (experiment, claim)))
            .ToDictionary(pair => (pair.experiment.Name, pair.claim.Id, pair.claim.Says));
        using JsonDocument document = Parse(path);
        foreach (JsonElement entry in document.RootElement.EnumerateArray())
        {
            if (!claims.TryGetValue((Text(entry, "experiment"), Text(entry, "id"), Text(entry, "says")), out var found))
                continue;
            string? dataset = ClaimKinds.IsAcrossTables(found.claim) ? null
                : entry.TryGetProperty("dataset", out JsonElement named) ? named.GetString()!
                : found.experiment.Datasets[0];
            yield return new Verdict(found.experiment.Name, found.claim, dataset, Text(entry, "engine"), Found(entry))
            {
                Hash = entry.TryGetProperty("hash", out JsonElement hash) ? hash.GetString() : null,
                Registration = RegistrationWords.Of(Text(entry, "registration")),
            };
        }
    }

    private static Finding Found(JsonElement entry)
    {
        Interval? interval = Number(entry, "confidence") is double confidence
            ? new Interval(Number(entry, "low") ?? double.NegativeInfinity, Number(entry, "high") ?? double.PositiveInfinity, confidence)
            : null;
        return new Finding(VerdictWords.Of(Text(entry, "verdict")), Text(entry, "evidence"), Number(entry, "estimate"), interval, Number(entry, "p"));
    }

    private static double? Number(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : null;

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new IOException($"{path}: the verdicts of earlier runs cannot be read ({error.Message}); restore the file, or delete it", error);
        }
    }

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
