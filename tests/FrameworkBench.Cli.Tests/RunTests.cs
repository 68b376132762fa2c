using System.Diagnostics;
using System.Globalization;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli.Tests;

/// <summary>Runs of a small experiment on the engine that is always there.</summary>
public sealed class RunTests : IDisposable
{
    private const string Experiment = """
        title: A small one
        dataset: wine
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        seeds: 3
        models:
          net: {kind: network, hidden: [8], train: {epochs: 20}}
          linear: {kind: linear}
          searched: {like: net, tune: {trials: 3, space: {train.learning_rate: {log_uniform: [1e-4, 0.1]}, hidden: {repeat: {whole: [4, 16]}, times: {whole: [1, 2]}}}}}
        claims:
          - {id: learns, says: A small network tells wines apart., kind: at_least, model: net, metric: accuracy, value: 0.5}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_writes_pages_and_a_second_one_takes_every_trial_from_the_store_and_writes_the_same()
    {
        string file = folder.Write("small.yaml", Experiment);

        Invocation first = await Invocation.RunProgramAsync(Arguments(file, "first"));
        Invocation second = await RunAsync(file, "second");

        Assert.True(first.ExitCode == 0, first.Output + first.Errors);
        Assert.Contains("search 9/9 trials", first.Output, StringComparison.Ordinal);
        Assert.Contains("run 9/9 trials", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.DoesNotContain("9/9 trials", second.Output, StringComparison.Ordinal);
        foreach (
            string page in new[] { "README.md", "claims.md", "small/README.md", "small/claims.json", "small/scores.csv", "small/run.json" })
            Assert.Equal(
                await File.ReadAllTextAsync(folder[$"first/{page}"], TestContext.Current.CancellationToken),
                await File.ReadAllTextAsync(folder[$"second/{page}"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_run_of_fewer_seeds_does_not_overwrite_a_larger_one_without_replace()
    {
        string file = folder.Write("small.yaml", Experiment);
        await RunAsync(file, "results");
        Dictionary<string, string> before = Files("results");

        Invocation refused = await RunAsync(file, "results", "--seeds", "2");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("its results have more than this run would have", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("fewer seeds or splits in small", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--replace", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Files("results"));

        Invocation replaced = await RunAsync(file, "results", "--seeds", "2", "--replace");

        Assert.True(replaced.ExitCode == 0, replaced.Errors);
        Assert.NotEqual(before["small/run.json"], Files("results")["small/run.json"]);
    }

    [Fact]
    public async Task A_run_of_one_experiment_leaves_all_others_and_the_times_of_the_whole_run_as_they_were()
    {
        string[] both = ["run", "and", "or", "--quick", "--engine", "scratch", "--store", folder["store"], "--results", folder["results"]];
        Invocation first = await Invocation.RunAsync(both);

        // A quick run of these times nothing: this stands for the times of one that did.
        Invocation again = await Invocation.RunAsync(both);
        folder.Write("results/timings/README.md", "# Timings\n\nA second.\n");
        Dictionary<string, string> before = Files("results");

        Invocation second = await Invocation.RunAsync([.. both.Where(word => word != "or")]);

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.True(second.ExitCode == 0, second.Errors);
        Assert.DoesNotContain("timing: skipped", again.Output, StringComparison.Ordinal);
        Assert.Contains("timing: skipped", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files("results"));
    }

    [Fact]
    public async Task A_report_shows_what_failed_as_failed()
    {
        await Invocation.RunAsync(
            "run", "and", "--quick", "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["run"]);
        using (var store = new OutcomeStore(folder["store"]))
            store.Keep(store.Keys.MinBy(key => key.Hash, StringComparer.Ordinal), Outcome.Without(TrialStatus.Failed, "it was made to"));

        Invocation report = await Invocation.RunAsync(
            "report", "--quick", "--python", "/no/such/python", "--store", folder["store"], "--results", folder["report"]);

        Assert.Contains(", 1 failed", report.Output, StringComparison.Ordinal);
        Assert.Contains(
            "1 trial failed", await File.ReadAllTextAsync(folder["report/and/README.md"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trials_are_the_same_whatever_the_number_of_jobs()
    {
        string file = folder.Write("small.yaml", Experiment);

        await Invocation.RunAsync(
            "run", file, "--engine", "scratch", "--no-timings", "--jobs", "1", "--store", folder["store-1"], "--results", folder["one"]);
        await Invocation.RunAsync(
            "run", file, "--engine", "scratch", "--no-timings", "--jobs", "3", "--store", folder["store-3"], "--results", folder["three"]);

        Assert.Equal(Scores("one"), Scores("three"));
    }

    [Fact]
    public async Task A_table_of_ones_own_with_missing_values_and_categories_is_run()
    {
        var csv = new System.Text.StringBuilder("size,colour,weight,kind\n");
        for (int row = 0; row < 60; row++)
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{row % 7},{(row % 3 == 0 ? "red" : "blue")},{(row % 5 == 0 ? "" : $"{row * 0.5}")},{(row % 2 == 0 ? "even" : "odd")}\n");
        folder.Write("own.csv", csv.ToString());
        string file = folder.Write("own.yaml", "dataset: {csv: own.csv, target: kind}\nseeds: 2\nmodels:\n  net: {kind: network, "
            + "hidden: [4], train: {epochs: 5}}\n  trees: {kind: boosted_trees, rounds: 5}\n");

        Invocation run = await RunAsync(file, "results");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("40 trials done", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_sees_and_relies_on_comes_through_the_engine_and_again_from_the_store()
    {
        var csv = new System.Text.StringBuilder("size,colour,kind\n");
        for (int row = 0; row < 120; row++)
        {
            string colour = (row % 3) switch { 0 => "red", 1 => "blue", _ => "green" };
            csv.Append(
                CultureInfo.InvariantCulture, $"{(row % 5 == 0 ? "" : $"{row * 7 % 13}")},{colour},{(row % 3 == 1 ? "cold" : "warm")}\n");
        }

        folder.Write("own.csv", csv.ToString());
        string weighed = folder.Write("weighed.yaml", """
            dataset: {csv: own.csv, target: kind}
            split: {hold_out: 0.2, random_state: 42, stratified: true, keep_duplicates_together: true}
            seeds: 2
            report: {importance: {repeats: 3}}
            models:
              tree: {kind: tree, max_depth: 2, inputs: {scaling: raw, categories: codes, missing: keep}}
              line: {kind: linear}
            """);
        string plane = folder.Write("plane.yaml", """
            dataset: xor
            split: all
            seeds: 2
            report: {decision_planes: true}
            models:
              tree: {kind: tree}
            """);

        Invocation first =
            await Invocation.RunAsync(
                "run", weighed, plane, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["first"]);
        Invocation second =
            await Invocation.RunAsync(
                "run", weighed, plane, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["second"]);

        Assert.True(first.ExitCode == 0, first.Output + first.Errors);
        Assert.Contains("6 trials done", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("6/6 trials", second.Output, StringComparison.Ordinal);
        string[] importances = await File.ReadAllLinesAsync(folder["first/weighed/importance.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(1 + (2 * 2 * 2), importances.Length);
        Assert.Contains(importances, line => line.StartsWith("weighed,own,tree,scratch,0,0,size,0,0", StringComparison.Ordinal));
        string tree = await File.ReadAllTextAsync(folder["first/weighed/tree-own-tree.svg"], TestContext.Current.CancellationToken);
        Assert.Matches(@">(blue|green, red)\? \(\d+ rows\)<", tree);
        string seen = await File.ReadAllTextAsync(folder["first/plane/planes-xor.svg"], TestContext.Current.CancellationToken);
        Assert.Contains("0: 50 % of the plane. 1: 50 % of the plane. Misclassified: 0 of 4 rows.", seen, StringComparison.Ordinal);
        foreach (
            string page in new[] { "weighed/README.md", "plane/README.md", "weighed/importance.csv", "weighed/tree-own-tree.svg",
            "plane/planes-xor.svg" })
            Assert.Equal(
                await File.ReadAllTextAsync(folder[$"first/{page}"], TestContext.Current.CancellationToken),
                await File.ReadAllTextAsync(folder[$"second/{page}"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stopped_run_keeps_what_was_done_and_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets no program send another a signal");
        string file = folder.Write("long.yaml", Experiment.Replace("seeds: 3", "seeds: 4000", StringComparison.Ordinal));
        using Process process =
            Invocation.Start(
                "run", file, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!Directory.Exists(folder["store"])
            || !Directory.EnumerateFiles(folder["store"], "*.trials").Any(segment => new FileInfo(segment).Length > 0))
        {
            Assert.False(process.HasExited);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        // Ctrl-C and SIGTERM end in the same handler; a shell that runs the tests in the background makes them deaf to SIGINT.
        using var interrupt = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("finished trials are kept", await errors, StringComparison.Ordinal);
        Assert.Contains("engine scratch", await output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["results"]));
        Assert.Empty(Directory.EnumerateFiles(folder["store"], "*.unfinished", SearchOption.AllDirectories));
    }

    private Task<Invocation> RunAsync(string file, string results, params string[] more) =>
        Invocation.RunAsync(Arguments(file, results, more));

    private string[] Arguments(string file, string results, params string[] more) =>
        ["run", file, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder[results], .. more];

    private Dictionary<string, string> Files(string results) => Directory.EnumerateFiles(folder[results], "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder[results], path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private string Scores(string results) => File.ReadAllText(folder[$"{results}/small/scores.csv"]);
}
