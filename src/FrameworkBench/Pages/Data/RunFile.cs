using System.Text;
using System.Text.Json;
using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Reading;
using FrameworkBench.Results;

namespace FrameworkBench.Pages.Data;

/// <summary><c>run.json</c>: what an experiment's results were run with.</summary>
public static class RunFile
{
    internal const string Name = "run.json";

    // As many trials as a plan may have.
    private const int MostCounted = 1_000_000;

    /// <summary>The file of an experiment, in the results folder.</summary>
    internal static string PathOf(string experiment) => $"{experiment}/{Name}";

    /// <summary>Reads the runs of a results folder, by the names of the experiments; none when it does not exist.</summary>
    /// <param name="folder">The results folder.</param>
    /// <exception cref="IOException">A file is wrong.</exception>
    public static IReadOnlyList<ExperimentRun> In(string folder) => !Directory.Exists(folder)
        ? []
        :
        [
            .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
                .Select(experiment => Path.Combine(experiment, Name))
                .Where(File.Exists)
                .Select(Read),
        ];

    internal static ResultFile Write(ExperimentRun run)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("experiment", run.Experiment);
            json.WriteString("profile", Word(run.Profile));
            if (run.Seeds is int seeds)
                json.WriteNumber("seeds", seeds);
            json.WriteString("draws", run.Draws.ToString());
            json.WriteNumber("trials", run.Trials);
            json.WriteStartArray("engines");
            foreach (EngineRun engine in run.Engines)
                Write(json, engine);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new ResultFile(PathOf(run.Experiment), Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, EngineRun engine)
    {
        json.WriteStartObject();
        json.WriteString("engine", engine.Name);
        json.WriteString("version", engine.Version);
        json.WriteNumber("ran", engine.Ran);
        json.WriteNumber("failed", engine.Failed);
        json.WriteNumber("not_supported", engine.Unsupported);
        json.WriteEndObject();
    }

    private static ExperimentRun Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadText(path));
            ExperimentRun run = Read(document.RootElement);
            string folder = Path.GetFileName(Path.GetDirectoryName(path)!);
            return run.Experiment == folder ? run : throw new FormatException($"experiment: found '{run.Experiment}', expected '{folder}'");
        }
        catch (Exception error) when (
            error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            string message =
                $"{path}: what these results were run with cannot be read ({error.Message}); restore the file, or delete its folder";
            throw new IOException(message, error);
        }
    }

    private static ExperimentRun Read(JsonElement entry)
    {
        string draws = Text(entry, "draws"), profile = Text(entry, "profile");
        EngineRun[] engines =
        [
            .. entry.GetProperty("engines").EnumerateArray().Select(engine => new EngineRun(
                Text(engine, "engine"), engine.GetProperty("version").GetString(),
                Count(engine, "ran"), Count(engine, "failed"), Count(engine, "not_supported"))),
        ];
        if (engines.CountBy(engine => engine.Name, StringComparer.Ordinal).FirstOrDefault(count => count.Value > 1) is { Key: { } twice })
            throw new FormatException($"'{twice}' is among the engines twice");
        return new ExperimentRun(
            Text(entry, "experiment"),
            Enum.GetValues<Profile>().Cast<Profile?>().FirstOrDefault(known => Word(known!.Value) == profile)
                ?? throw new FormatException($"'{profile}' is not a profile"),
            entry.TryGetProperty("seeds", out _) ? Count(entry, "seeds", 1) : null,
            Draws.Parse(draws) ?? throw new FormatException($"'{draws}' are not splits and seeds"),
            engines,
            Count(entry, "trials"));
    }

    private static int Count(JsonElement entry, string name, int least = 0) =>
        entry.GetProperty(name).GetInt32() is var count && count >= least && count <= MostCounted
            ? count : throw new FormatException($"{name}: found {count}, expected a number from {least} to {MostCounted}");

    private static string Text(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() ?? throw new FormatException($"{name}: found null, expected a text");

    private static string Word(Profile profile) => $"{profile}".ToLowerInvariant();
}
