using System.Globalization;
using System.Text.Json;
using FrameworkBench.Changes.Stored;
using FrameworkBench.Pages.Data;

namespace FrameworkBench.Tests.Changes;

/// <summary>A small results folder: one experiment on wine, by engines that run ten seeds on one split, and one claim.</summary>
internal sealed record WrittenResults
{
    public string Experiment { get; init; } = "wine";

    /// <summary>The accuracy of the first seed of each engine; that of the next ones lies 0.001 higher or lower.</summary>
    public IReadOnlyDictionary<string, double> Accuracies { get; init; } =
        new Dictionary<string, double> { ["scratch"] = 0.95, ["sklearn"] = 0.96 };

    public int FirstSeed { get; init; } = 1000;

    public int Seeds { get; init; } = 20;

    public string Model { get; init; } = "network";

    public string Checksum { get; init; } = "28c6fbdccbf06d1e";

    public string Version { get; init; } = "1.4.2";

    /// <summary>The verdict by engine.</summary>
    public IReadOnlyDictionary<string, string> Verdicts { get; init; } =
        new Dictionary<string, string> { ["all engines"] = "holds", ["scratch"] = "holds", ["sklearn"] = "holds" };

    public string Claim { get; init; } = "learns";

    /// <summary>How the trials of an engine end, when not with a score.</summary>
    public IReadOnlyDictionary<string, (string Status, string Reason)> Endings { get; init; } =
        new Dictionary<string, (string, string)>();

    /// <summary>How many of the last trials of an engine are not in the file.</summary>
    public IReadOnlyDictionary<string, int> Dropped { get; init; } = new Dictionary<string, int>();

    /// <summary>Engines that are not available.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    public string Environment { get; init; } = "";

    /// <summary>Writes the folder and opens it.</summary>
    public StoredResults In(TemporaryFolder folder, string name)
    {
        Write(folder, name);
        return StoredResults.Open(Path.Combine(folder.Path, name), name);
    }

    /// <summary>Writes the folder.</summary>
    public void Write(TemporaryFolder folder, string name)
    {
        string place = $"{name}/{Experiment}";
        folder.Write($"{place}/run.json", Run);
        folder.Write($"{place}/scores.csv", Scores);
        folder.Write($"{place}/claims.json", JsonSerializer.Serialize(
            from verdict in Verdicts
            select new { id = Claim, experiment = Experiment, says = "It learns.", engine = verdict.Key, verdict = verdict.Value }));
        if (Environment.Length > 0)
            folder.Write($"{name}/environment.md", Environment);
    }

    private string Run => JsonSerializer.Serialize(new
    {
        experiment = Experiment,
        profile = "default",
        draws = $"42/{FirstSeed}-{FirstSeed + Seeds - 1}",
        trials = Accuracies.Count * Seeds,
        engines = Accuracies.Keys.Select(engine => new
        {
            engine,
            version = Absent.Contains(engine) ? null : $"{engine} {Version}",
            ran = Seeds,
            failed = 0,
            not_supported = 0,
        }),
    });

    private string Scores => CsvText.Of(
        [.. ScoresFile.First, "accuracy", "log_loss", .. ScoresFile.OfTable, "epochs"],
        from engine in Accuracies
        from seed in Enumerable.Range(0, Seeds - Dropped.GetValueOrDefault(engine.Key))
        select Row(engine.Key, seed, engine.Value + (0.001 * (seed % 3))));

    private string[] Row(string engine, int seed, double accuracy)
    {
        (string status, string reason) = Endings.GetValueOrDefault(engine, ("done", ""));
        string[] place = [Experiment, "wine", Model, engine, "0", Text(FirstSeed + seed), "142", "0", "36", status, reason];
        string[] figures = status == "done" ? [Text(accuracy), Text(1 - accuracy)] : ["", ""];
        return [.. place, .. figures, "wine", "178", "", "13", "numeric", "multiclass", Checksum, "10"];
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
