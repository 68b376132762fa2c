using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;
using FrameworkBench.Pages.Data;
using FrameworkBench.Results;
using FrameworkBench.Writing;

namespace FrameworkBench.Tests.Writing;

public sealed class EarlierRunsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_of_the_same_or_more_loses_nothing()
    {
        Write(Run("xor", seeds: 20, "scratch"));

        Assert.Empty(EarlierRuns.Losses(folder.Path, [Run("xor", seeds: 20, "scratch")]));
        Assert.Empty(EarlierRuns.Losses(folder.Path, [Run("xor", seeds: 30, "scratch", "keras")]));
        Assert.Empty(EarlierRuns.Losses(folder.Path, [Run("iris", seeds: 1, "scratch")]));
        Assert.Empty(EarlierRuns.Losses(Path.Combine(folder.Path, "no such folder"), [Run("xor", seeds: 1, "scratch")]));
    }

    [Fact]
    public void A_run_of_fewer_seeds_or_engines_loses_them()
    {
        foreach (string name in new[] { "a", "b", "c", "d", "e" })
            Write(Run(name, seeds: 20, "scratch", "keras"));

        Assert.Equal(
            ["no trials of keras in a", "fewer seeds or splits in b"],
            EarlierRuns.Losses(folder.Path, [Run("a", seeds: 20, "scratch"), Run("b", seeds: 19, "scratch", "keras")]));
        Assert.Equal(
            ["no trials of keras in a, b, c and 2 more"],
            EarlierRuns.Losses(folder.Path, [.. new[] { "a", "b", "c", "d", "e" }.Select(name => Run(name, seeds: 20, "scratch"))]));
    }

    [Fact]
    public void An_engine_that_lacked_a_model_before_is_no_loss()
    {
        Write(Run("xor", seeds: 20, "scratch") with { Engines = [new("scratch", "1", 20, 0, 0), new("keras", "3", 0, 0, 20)] });

        Assert.Empty(EarlierRuns.Losses(folder.Path, [Run("xor", seeds: 20, "scratch")]));
    }

    [Fact]
    public void A_run_in_which_an_engine_only_failed_or_some_trials_are_missing_loses_the_others()
    {
        Write(Run("xor", seeds: 20, "scratch") with { Engines = [new("scratch", "1", 20, 1, 0)] });

        Assert.Equal(["only failed trials of scratch in xor"], Losses(new("scratch", "1", 20, 20, 0)));
        Assert.Equal(["fewer trials of scratch in xor"], Losses(new("scratch", "1", 19, 1, 0) { Missing = 1 }));
        Assert.Empty(Losses(new("scratch", "1", 20, 19, 0)));
        Assert.Empty(Losses(new("scratch", "1", 21, 0, 0) { Missing = 9 }));
        Assert.Empty(Losses(new("scratch", "1", 10, 0, 0)));

        IReadOnlyList<string> Losses(EngineRun engine) =>
            EarlierRuns.Losses(folder.Path, [Run("xor", seeds: 20, "scratch") with { Engines = [engine] }]);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        ExperimentRun run = Run("xor", seeds: 20, "scratch") with
        {
            Seeds = 3,
            Profile = Profile.Full,
            Engines = [new("scratch", "S 0.1+x", 20, 1, 4), new("keras", null, 0, 0, 0)],
        };
        Write(run);

        ExperimentRun read = Assert.Single(RunFile.In(folder.Path));

        Assert.Equal(run.Engines, read.Engines);
        Assert.Equal(run with { Engines = [] }, read with { Engines = [] });
        Assert.Equal(["keras"], read.Absent);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("{}")]
    [InlineData("""{"experiment": "iris", "profile": "default", "draws": "-/0-1", "engines": [], "trials": 1}""")]
    [InlineData("""{"experiment": "xor", "profile": "slow", "draws": "-/0-1", "engines": [], "trials": 1}""")]
    [InlineData("""{"experiment": "xor", "profile": "default", "draws": "many", "engines": [], "trials": 1}""")]
    [InlineData("""{"experiment": "xor", "profile": "default", "draws": "-/0-1", "engines": [{"engine": null}], "trials": 1}""")]
    [InlineData("""{"experiment": null, "profile": "default", "draws": "-/0-1", "engines": [], "trials": 1}""")]
    public void A_file_that_is_wrong_is_named(string text)
    {
        string path = folder.Write("xor/run.json", text);

        Assert.Contains(path, Assert.Throws<IOException>(() => RunFile.In(folder.Path)).Message, StringComparison.Ordinal);
    }

    private void Write(ExperimentRun run) => folder.Write(RunFile.Write(run).Path, RunFile.Write(run).Text);

    private static ExperimentRun Run(string name, int seeds, params string[] engines) => new(
        name, Profile.Default, null, new Draws(42, 1000, seeds), [.. engines.Select(engine => new EngineRun(engine, "1.0", seeds, 0, 0))],
        seeds * engines.Length);
}
