using System.Text.Json;
using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Pages.Comparison;
using FrameworkBench.Pages.Data;
using FrameworkBench.Reading;
using FrameworkBench.Results;
using FrameworkBench.Results.Summaries;
using FrameworkBench.Statistics;

namespace FrameworkBench.Writing;

/// <summary>
/// What earlier runs left in a results folder of experiments that a run has no part in: their folders stay, and the ledger keeps their
/// verdicts.
/// </summary>
/// <param name="Experiments">The experiments with their verdicts and without their trials, which only the store has.</param>
/// <param name="Runs">What they were run with.</param>
internal sealed record EarlierResults(IReadOnlyList<ExperimentResults> Experiments, IReadOnlyList<ExperimentRun> Runs)
{
    /// <summary>Nothing.</summary>
    internal static EarlierResults None { get; } = new([], []);

    /// <summary>Reads what a folder holds of some experiments.</summary>
    /// <param name="folder">The results folder; it need not exist.</param>
    /// <param name="all">What its results were run with.</param>
    /// <param name="others">The project's experiments that are no part of the run.</param>
    /// <exception cref="IOException">A file is wrong.</exception>
    internal static EarlierResults In(string folder, IReadOnlyList<ExperimentRun> all, IReadOnlyList<Experiment> others)
    {
        var runs = all.ToDictionary(run => run.Experiment, StringComparer.Ordinal);
        Experiment[] found =
        [
            .. others.Where(experiment => runs.ContainsKey(experiment.Name))
                .Select(experiment => experiment.At(runs[experiment.Name].Profile)),
        ];
        return new EarlierResults(
            [.. found.Select(
                experiment => new ExperimentResults(experiment, [], Verdicts(folder, experiment), runs[experiment.Name].Absent)
                {
                    Answer = AnswerSection.OnPage(folder, experiment.Name),
                })],
            [.. found.Select(experiment => runs[experiment.Name])]);
    }

    private static IReadOnlyList<Verdict> Verdicts(string folder, Experiment experiment)
    {
        string path = Path.Combine(folder, ClaimsFile.PathOf(experiment.Name));
        if (!File.Exists(path))
            return [];
        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadText(path, RegularFile.MostBytesOfResults));
            return [.. Verdicts(document.RootElement, experiment)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new IOException(
                $"{path}: the verdicts of earlier runs cannot be read ({error.Message}); restore the file, or delete it", error);
        }
    }

    // A claim that was changed since was not judged.
    private static IEnumerable<Verdict> Verdicts(JsonElement entries, Experiment experiment)
    {
        var claims = experiment.Claims.ToDictionary(claim => (claim.Id, claim.Says));
        foreach (JsonElement entry in entries.EnumerateArray())
        {
            if (!claims.TryGetValue((Text(entry, "id"), Text(entry, "says")), out ClaimSpec? claim))
                continue;
            string? dataset = ClaimKinds.IsAcrossTables(claim) ? null
                : entry.TryGetProperty("dataset", out JsonElement named) ? named.GetString()!
                : experiment.Datasets[0];
            yield return new Verdict(experiment.Name, claim, dataset, Text(entry, "engine"), Found(entry))
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
        return new Finding(
            VerdictWords.Of(Text(entry, "verdict")), Text(entry, "evidence"), Number(entry, "estimate"), interval, Number(entry, "p"));
    }

    private static double? Number(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value)
        ? value.GetDouble() : null;

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetString()
        ?? "" : "";
}
