using System.Text.Json;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Tests.Storing;

/// <summary><c>store check|gc|export</c> through the real program.</summary>
public sealed class StoreTests : IDisposable
{
    private static readonly TrialKey Key = TrialKey.Of([("seed", "1")]);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private void Keep(int outcomes)
    {
        using var store = new OutcomeStore(folder["store"]);
        for (int i = 0; i < outcomes; i++)
            store.Keep(Key, new Outcome { Status = TrialStatus.Done, Predictions = new Predictions(1, 2, [0.1, 0.9]), Notes = [$"{i}"] });
    }

    [Fact]
    public async Task A_damaged_record_is_told_with_its_place_and_gives_code_1_until_it_is_packed_away()
    {
        Keep(2);
        string segment = Assert.Single(Directory.GetFiles(folder["store"], "*.trials"));
        byte[] bytes = await File.ReadAllBytesAsync(segment, TestContext.Current.CancellationToken);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(segment, bytes, TestContext.Current.CancellationToken);

        Invocation found = await Invocation.RunAsync("store", "check", "--store", folder["store"], "--json");
        Invocation packed = await Invocation.RunAsync("store", "gc", "--store", folder["store"]);
        Invocation sound = await Invocation.RunAsync("store", "check", "--store", folder["store"]);

        JsonElement json = JsonDocument.Parse(found.Output).RootElement;
        Assert.Equal(JsonTests.Documented("store check"), json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            (1, $"{segment} at byte 0", "its content does not match its checksum"),
            (found.ExitCode, json.GetProperty("damaged")[0].GetProperty("place").GetString(),
                json.GetProperty("damaged")[0].GetProperty("problem").GetString()));
        Assert.Equal(
            $"{folder["store"]}: packed 1 segment and 0 files of one trial; "
                + "dropped records: 0 superseded, 1 damaged, 0 torn and 0 unplanned\n",
            packed.Output);
        Assert.Equal((0, ""), (sound.ExitCode, sound.Errors));
        Assert.StartsWith($"{folder["store"]}: 1 trial in 1 segment and 0 files of one trial, ", sound.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trials_of_an_experiment_are_exported_as_lines_of_JSON()
    {
        Keep(1);
        string file = folder.Write(
            "small.yaml", "dataset: iris\nsplit: {hold_out: 0.2, random_state: 42}\nseeds: 1\nmodels: {mean: {kind: constant}}\n");
        await Invocation.RunAsync(
            "run", file, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);

        Invocation export =
            await Invocation.RunProgramAsync("store", "export", file, "--store", folder["store"], "--python", "/no/such/python");

        Assert.Equal((0, ""), (export.ExitCode, export.Errors));
        JsonElement line = JsonDocument.Parse(Assert.Single(export.Output.TrimEnd('\n').Split('\n'))).RootElement;
        Assert.Equal(
            ("small", "iris", "mean", "scratch", "done"),
            (Text("experiment"), Text("dataset"), Text("model"), Text("engine"), Text("status")));
        Assert.Equal(30 * 3, line.GetProperty("predictions").EnumerateArray().Sum(row => row.GetArrayLength()));

        string? Text(string name) => line.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_wrong_input()
    {
        Invocation check = await Invocation.RunAsync("store", "check", "--store", folder["none"]);
        Assert.Equal(
            (2, $"--store: no folder '{folder["none"]}'; expected one with stored trials\n"), (check.ExitCode, check.Errors));
    }
}
