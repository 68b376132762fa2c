namespace FrameworkBench.Cli.Tests;

/// <summary>
/// Freezing claims on the engine that is always there. The seeds are none that the project's own results have, which count as seen.
/// </summary>
public sealed class ClaimsTests : IDisposable
{
    private const string Experiment = """
        dataset: wine
        split: {hold_out: 0.2, random_state: 420042, stratified: true}
        seeds: 3
        first_seed: 900000
        models:
          linear: {kind: linear}
        claims:
          - {id: learns, says: A linear model tells wines apart., kind: at_least, model: linear, metric: accuracy, value: 0.5}
        """;

    private readonly TemporaryFolder folder = new();

    public ClaimsTests()
    {
        Directory.CreateDirectory(folder["results"]);
        folder.Write("claims.lock", "");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_claim_that_is_frozen_before_its_run_is_registered_and_one_that_is_changed_after_it_is_exploratory()
    {
        string file = folder.Write("small.yaml", Experiment);

        Invocation first = await FreezeAsync(file);
        string register = await File.ReadAllTextAsync(folder["claims.lock"], TestContext.Current.CancellationToken);
        await Invocation.RunAsync(
            "run", file, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);
        Invocation again = await FreezeAsync(file);
        folder.Write("small.yaml", Experiment.Replace("value: 0.5", "value: 0.6", StringComparison.Ordinal));
        Invocation changed = await FreezeAsync(file);
        folder.Write(
            "small.yaml",
            Experiment.Replace("value: 0.5", "value: 0.6", StringComparison.Ordinal)
            .Replace("first_seed: 900000", "first_seed: 900100", StringComparison.Ordinal));
        Invocation fresh = await FreezeAsync(file);

        string path = folder["claims.lock"];
        Assert.Equal(
            (0, $"small: added learns\n{path}: 1 claim, 1 added, 0 changed, 0 removed\n", ""),
            (first.ExitCode, first.Output, first.Errors));
        Assert.Matches("(?m)^small/learns [0-9a-f]{64}$", register);
        Assert.Equal((0, $"{path}: 1 claim, 0 added, 0 changed, 0 removed\n", ""), (again.ExitCode, again.Output, again.Errors));
        Assert.Equal($"small: changed learns\n{path}: 1 claim, 0 added, 1 changed, 0 removed\n", changed.Output);
        Assert.Equal(
            "1 of 1 claim was frozen after results of the same splits or seeds were seen, so the verdicts stay exploratory. "
            + "Give the experiment a new 'first_seed' and a new 'random_state' for its split, freeze again, then run it.\n",
            changed.Errors);
        Assert.Equal((0, ""), (fresh.ExitCode, fresh.Errors));
        Assert.Matches(
            "(?m)^small/learns [0-9a-f]{64} seen 420042/900000-900002$",
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Results_that_do_not_say_what_they_were_run_with_count_as_seen_by_their_seeds_and_once()
    {
        string file = folder.Write("small.yaml", Experiment);
        folder.Write(
            "results/small/scores.csv",
            "experiment,dataset,model,engine,split,seed\nsmall,wine,linear,scratch,0,900000\nsmall,wine,linear,scratch,0,900049\n");

        await FreezeAsync(file);
        string first = await File.ReadAllTextAsync(folder["claims.lock"], TestContext.Current.CancellationToken);
        folder.Write(
            "small.yaml",
            Experiment.Replace("random_state: 420042", "random_state: 420043", StringComparison.Ordinal)
            .Replace("first_seed: 900000", "first_seed: 900100", StringComparison.Ordinal));
        Invocation fresh = await FreezeAsync(file);

        Assert.Matches("(?m)^small/learns [0-9a-f]{64} seen 420042/900000-900049$", first);
        Assert.Equal((0, ""), (fresh.ExitCode, fresh.Errors));
        Assert.Matches(
            "(?m)^small/learns [0-9a-f]{64} seen 420042/900000-900049$",
            await File.ReadAllTextAsync(folder["claims.lock"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_claim_that_was_seen_is_not_fresh_under_another_name_of_its_experiment()
    {
        string first = folder.Write("first.yaml", Experiment);
        await Invocation.RunAsync(
            "run", first, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);

        Invocation renamed = await FreezeAsync(folder.Write("second.yaml", Experiment));
        Invocation otherSeeds = await FreezeAsync(
            folder.Write("third.yaml", Experiment.Replace("first_seed: 900000", "first_seed: 900100", StringComparison.Ordinal)));
        Invocation otherTable =
            await FreezeAsync(folder.Write("fourth.yaml", Experiment.Replace("wine", "iris", StringComparison.Ordinal)));

        string register = await File.ReadAllTextAsync(folder["claims.lock"], TestContext.Current.CancellationToken);
        Assert.Matches("(?m)^second/learns [0-9a-f]{64} seen 420042/900000-900002$", register);
        Assert.Matches("(?m)^third/learns [0-9a-f]{64}$", register);
        Assert.Matches("(?m)^fourth/learns [0-9a-f]{64}$", register);
        Assert.EndsWith("then run it.\nSuch results on the same tables are those of first.\n", renamed.Errors, StringComparison.Ordinal);
        Assert.Equal(("", ""), (otherSeeds.Errors, otherTable.Errors));
    }

    [Theory]
    [InlineData("freeze", "--results", "no-such", "no such results folder")]
    [InlineData("freeze", "--register", "no-such/claims.lock", "no such folder to write the register to")]
    [InlineData("verify", "--results", "no-such", "no such results folder")]
    [InlineData("verify", "--register", "no-such.lock", "no such register of claims")]
    public async Task A_path_that_leads_nowhere_is_an_error(string command, string option, string path, string expected)
    {
        Invocation run = await Invocation.RunAsync("claims", command, option, folder[path]);

        Assert.Equal((2, "", $"{folder[path]}: {expected}\n"), (run.ExitCode, run.Output, run.Errors));
        Assert.False(Path.Exists(folder[path]));
    }

    [Fact]
    public async Task Named_experiments_are_verified_by_their_own_files()
    {
        string one = folder.Write("one.yaml", Experiment), other = folder.Write("other.yaml", Experiment);
        await Invocation.RunAsync(
            "run", one, other, "--engine", "scratch", "--no-timings", "--store", folder["store"], "--results", folder["results"]);
        string scores = folder["results/other/scores.csv"];
        string text = await File.ReadAllTextAsync(scores, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            scores, text.Replace("done", "failed", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Invocation sound = await VerifyAsync(one);
        Invocation altered = await VerifyAsync(other);
        Invocation absent = await VerifyAsync("xor");

        Assert.Equal(
            (0, $"{folder["results"]}: 1 verdict derived again, 0 discrepancies\n", ""), (sound.ExitCode, sound.Output, sound.Errors));
        Assert.NotEqual(0, altered.ExitCode);
        Assert.All(altered.Errors.Trim().Split('\n'), line => Assert.StartsWith("other/", line, StringComparison.Ordinal));
        Assert.Equal((2, $"{folder["results"]}: has no results of xor"), (absent.ExitCode, absent.Errors.Trim()));
    }

    private Task<Invocation> VerifyAsync(string experiment) => Invocation.RunAsync(
        "claims", "verify", experiment, "--results", folder["results"], "--register", folder["claims.lock"]);

    private Task<Invocation> FreezeAsync(string file) =>
        Invocation.RunAsync("claims", "freeze", "--experiment", file, "--results", folder["results"], "--register", folder["claims.lock"]);
}
