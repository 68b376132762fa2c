using System.Text;
using System.Text.Json;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Results;
using FrameworkBench.Trials;

namespace FrameworkBench.Pages.Data;

/// <summary><c>runs.json</c>: what each experiment's results were run with.</summary>
public static class RunsFile
{
    internal const string Name = "runs.json";

    /// <summary>Reads the runs of a results' folder; none when it has no such file.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The file is wrong.</exception>
    public static IReadOnlyList<ExperimentRun> In(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            string message = $"{path}: what earlier results were run with cannot be read ({error.Message}); restore the file, or delete it";
            throw new IOException(message, error);
        }
    }

    /// <summary>What the experiments of a run were run with.</summary>
    internal static IEnumerable<ExperimentRun> Of(RunResult run)
    {
        var plan = new PlanOptions { Profile = run.Profile, Seeds = run.Seeds };
        var trials = run.Results.CountBy(result => result.Trial.Experiment.Name).ToDictionary(StringComparer.Ordinal);
        return run.Experiments.Select(experiment => new ExperimentRun(
            experiment.Name, run.Profile, run.Seeds, Draws.Of(experiment, plan),
            [.. run.Engines.Select(engine => engine.Name)],
            [.. run.Engines.Where(engine => !engine.Available).Select(engine => engine.Name)],
            trials.GetValueOrDefault(experiment.Name)));
    }

    internal static ResultFile Write(IEnumerable<ExperimentRun> runs)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (ExperimentRun run in runs)
                Write(json, run);
            json.WriteEndArray();
        }

        return new ResultFile(Name, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, ExperimentRun run)
    {
        json.WriteStartObject();
        json.WriteString("experiment", run.Experiment);
        json.WriteString("profile", Word(run.Profile));
        if (run.Seeds is int seeds)
            json.WriteNumber("seeds", seeds);
        json.WriteString("draws", run.Draws.ToString());
        json.WriteString("engines", string.Join(' ', run.Engines));
        if (run.Absent.Count > 0)
            json.WriteString("absent", string.Join(' ', run.Absent));
        json.WriteNumber("trials", run.Trials);
        json.WriteEndObject();
    }

    private static ExperimentRun Read(JsonElement entry)
    {
        string draws = entry.GetProperty("draws").GetString()!, profile = entry.GetProperty("profile").GetString()!;
        return new ExperimentRun(
            entry.GetProperty("experiment").GetString()!,
            Enum.GetValues<Profile>().Cast<Profile?>().FirstOrDefault(known => Word(known!.Value) == profile)
                ?? throw new FormatException($"'{profile}' is no profile"),
            entry.TryGetProperty("seeds", out JsonElement seeds) ? seeds.GetInt32() : null,
            Draws.Parse(draws) ?? throw new FormatException($"'{draws}' are no splits and seeds"),
            Words(entry.GetProperty("engines")),
            entry.TryGetProperty("absent", out JsonElement absent) ? Words(absent) : [],
            entry.GetProperty("trials").GetInt32());
    }

    private static string[] Words(JsonElement value) => value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Word(Profile profile) => $"{profile}".ToLowerInvariant();
}
