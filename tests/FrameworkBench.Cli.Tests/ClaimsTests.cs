namespace FrameworkBench.Cli.Tests;

/// <summary>Freezing claims on the engine that is always there.</summary>
public sealed class ClaimsTests : IDisposable
{
    private const string Experiment = """
        dataset: wine
        split: {hold_out: 0.2, random_state: 42, stratified: true}
        seeds: 3
        models:
          linear: {kind: linear}
        claims:
          - {id: learns, says: A linear model tells wines apart., kind: at_least, model: linear, metric: accuracy, value: 0.5}
        """;

    private readonly TemporaryFolder folder = new();

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
            .Replace("seeds: 3", "seeds: 3\nfirst_seed: 100", StringComparison.Ordinal));
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
            "(?m)^small/learns [0-9a-f]{64} seen 42/0-2$", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Results_that_do_not_say_what_they_were_run_with_count_as_seen_by_their_seeds_and_once()
    {
        string file = folder.Write("small.yaml", Experiment);
        folder.Write(
            "results/small/scores.csv",
            "experiment,dataset,model,engine,split,seed\nsmall,wine,linear,scratch,0,0\nsmall,wine,linear,scratch,0,49\n");

        await FreezeAsync(file);
        string first = await File.ReadAllTextAsync(folder["claims.lock"], TestContext.Current.CancellationToken);
        folder.Write(
            "small.yaml",
            Experiment.Replace("random_state: 42", "random_state: 43", StringComparison.Ordinal)
            .Replace("seeds: 3", "seeds: 3\nfirst_seed: 100", StringComparison.Ordinal));
        Invocation fresh = await FreezeAsync(file);

        Assert.Matches("(?m)^small/learns [0-9a-f]{64} seen 42/0-49$", first);
        Assert.Equal((0, ""), (fresh.ExitCode, fresh.Errors));
        Assert.Matches(
            "(?m)^small/learns [0-9a-f]{64} seen 42/0-49$",
            await File.ReadAllTextAsync(folder["claims.lock"], TestContext.Current.CancellationToken));
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
