using System.Text.Json.Nodes;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Trials.Sharding;

namespace FrameworkBench.Cli.Tests.Planning;

/// <summary>Plans, and runs in shards.</summary>
public sealed class PlanTests : IDisposable
{
    private const string Experiment = """
        dataset: wine
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        seeds: 2
        models:
          linear: {kind: linear}
          bagged: {like: linear, bag: 2}
          searched:
            kind: network
            hidden: [4]
            train: {epochs: 3}
            tune: {trials: 2, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}}}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shards_over_one_store_give_the_pages_of_a_run()
    {
        string file = folder.Write("small.yaml", Experiment);

        Invocation whole = await InvokeAsync("run", file, "whole", "--results", folder["one"], "--no-timings");
        Invocation first = await InvokeAsync("run", file, "store", "--shard", "0/2");
        Invocation between = await InvokeAsync("plan", file, "store", "--shards", "2", "--json");
        Invocation second = await InvokeAsync("run", file, "store", "--shard", "1/2");
        Invocation report = await InvokeAsync("report", file, "store", "--results", folder["two"]);

        Assert.All(new[] { whole, first, between, second, report }, run => Assert.True(run.ExitCode == 0, run.Output + run.Errors));
        Assert.Contains("shard 0/2: ", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"no pages are written: when all shards are done, frameworkbench report {file}", first.Output, StringComparison.Ordinal);
        Assert.All(["README.md", "small/README.md", "small/scores.csv", "small/search.csv", "small/run.json"], page => Assert.Equal(
            File.ReadAllText(folder[$"one/{page}"]), File.ReadAllText(folder[$"two/{page}"])));

        JsonObject plan = JsonNode.Parse(between.Output)!.AsObject();
        JsonArray missing = plan["missing"]!.AsArray();
        Assert.Equal(JsonTests.Documented("plan"), plan.Select(pair => pair.Key));
        Assert.Equal((int)plan["trials"]!, (int)plan["kept"]! + missing.Count);
        Assert.NotEmpty(missing);
        Assert.All(missing, trial => Assert.Equal(JsonTests.Documented("plan: missing"), trial!.AsObject().Select(pair => pair.Key)));
        Assert.All(missing, trial => Assert.Equal(1, (int)trial!["shard"]!));
    }

    [Fact]
    public async Task Nothing_is_kept_and_nothing_written_by_a_plan()
    {
        string file = folder.Write("small.yaml", Experiment);

        Invocation plan = await InvokeAsync("plan", file, "store");

        Assert.Equal(0, plan.ExitCode);
        Assert.EndsWith(
            "experiment  engine   trials  kept  missing\nsmall       scratch  10      0     10\n"
            + "10 trials: 0 kept, 10 missing\n2 searches will add trials once these are kept\n",
            plan.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder["store"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_runs_one_at_a_time_is_not_divided()
    {
        string file = folder.Write("timed.yaml", $"{Experiment}\none_at_a_time: true\n");

        Invocation run = await InvokeAsync("run", file, "store", "--shard", "0/2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "timed.yaml: not divided: its trials run one at a time on one machine; run it without --shard", run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_an_experiment_that_was_not_run_says_so()
    {
        Invocation report = await InvokeAsync("report", folder.Write("small.yaml", Experiment), "store", "--results", folder["two"]);

        Assert.Equal((2, ""), (report.ExitCode, report.Output));
        Assert.EndsWith("store: no trial of small is kept there\n", report.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_says_what_it_did_and_what_comes_next()
    {
        Assert.Equal(
            "shard 2/8: 1 trial run, no failures; no pages are written: when all shards are done, frameworkbench report 'my file.yaml'",
            ShardRunner.Ending(new Shard(2, 8), 1, 0, ["my file.yaml"]));
        Assert.Equal(
            "shard 2/8: nothing to run; no pages are written: when all shards are done, frameworkbench report",
            ShardRunner.Ending(new Shard(2, 8), 0, 0, []));
    }

    private Task<Invocation> InvokeAsync(string command, string file, string store, params string[] more) =>
        Invocation.RunAsync([command, file, "--engine", "scratch", "--store", folder[store], .. more]);
}
