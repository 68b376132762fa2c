using FrameworkBench.Engines;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Tests.Trials.Storing;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;
using static FrameworkBench.Tests.Engines.ConstantPlans;

namespace FrameworkBench.Tests.Engines;

/// <summary>What is stored is not believed where it cannot be of its trial.</summary>
public sealed class OutcomeCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-stored-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_an_engine_gave_is_believed_and_what_cannot_be_is_not()
    {
        EngineStatus engine = await FaultyEngineAsync();
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine(engine.Name, engine.Hello, null)], ThreeModels);
        Outcomes outcomes = await RunnerOf(folder.FullName, engine).RunAsync(plan, null, TestContext.Current.CancellationToken);
        PlannedTrial planned = plan[0];
        Outcome sound = outcomes[planned];
        Predictions predictions = sound.Predictions!;
        (int rows, int columns, double[] values) = (predictions.Rows, predictions.Columns, predictions.Values);

        Assert.Null(Problem(sound));
        Assert.Null(Problem(Outcome.Without(TrialStatus.Unsupported, "a layer")));
        Assert.Equal(
            $"its predictions have shape ({columns}, {rows}), expected ({rows}, {columns})",
            Problem(sound with { Predictions = new Predictions(columns, rows, values) }));
        Assert.Equal("it is done without predictions", Problem(sound with { Predictions = null }));
        Assert.Equal("it has predictions although it failed", Problem(sound with { Status = TrialStatus.Failed, Reason = "none" }));
        Assert.Equal("it has no predictions and no reason", Problem(new Outcome { Status = TrialStatus.Failed }));
        Assert.Equal("it is of a trial that was not run", Problem(Outcome.Without(TrialStatus.Missing, "not run")));
        Assert.Equal("it has times that cannot be", Problem(sound with { FitSeconds = double.NaN }));
        Assert.Equal("it has counts below 0", Problem(sound with { Epochs = -1 }));
        Assert.Equal("it holds null", Problem(sound with { Notes = [null!] }));
        Assert.Equal("it holds null", Problem(sound with { Explanation = new Explanation { Tree = [null!] } }));
        Assert.Equal("its codes cannot be", Problem(sound with { Codes = new Predictions(1, 1, [0]) }));
        Assert.Equal(
            "the probabilities of row 0 sum to 1.25", Problem(sound with { Predictions = new Predictions(rows, columns, Altered(0.25)) }));
        Assert.Equal(
            "its predictions are not all finite numbers",
            Problem(sound with { Predictions = new Predictions(rows, columns, Altered(double.NaN)) }));
        Assert.StartsWith(
            "explanation.importance has 99 shares", Problem(sound with { Explanation = new Explanation { Importance = new double[99] } }),
            StringComparison.Ordinal);

        string? Problem(Outcome outcome) => OutcomeCheck.Problem(outcome, planned);

        double[] Altered(double more)
        {
            double[] altered = [.. values];
            double rest = altered[1..columns].Sum();
            altered[0] = 1 - rest + more;
            return altered;
        }
    }

    [Fact]
    public async Task A_record_that_was_altered_is_run_again_and_all_others_are_not()
    {
        EngineStatus engine = await FaultyEngineAsync();
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine(engine.Name, engine.Hello, null)], ThreeModels);
        string path = Path.Combine(folder.FullName, "store");
        Outcomes first = await RunnerOf(folder.FullName, engine).RunAsync(plan, null, TestContext.Current.CancellationToken);
        TrialKey key = Segments.First(path);
        string altered = Segments.Spoil(path, key);

        var store = new OutcomeStore(path);
        var byName = new Dictionary<string, EngineStatus>(StringComparer.Ordinal) { [engine.Name] = engine };
        int done = 0;
        Outcomes again = await new TrialRunner(byName, store, new RunOptions { Jobs = 1 })
            .RunAsync(plan, _ => done++, TestContext.Current.CancellationToken);

        Assert.Equal(1, done);
        Assert.Equal([new(altered, "its content does not match its checksum")], store.Damaged);
        Assert.All(plan, planned => Assert.Equal(first[planned].Predictions!.Values, again[planned].Predictions!.Values));
        Assert.Equal(TrialStatus.Done, new OutcomeStore(path).Find(key)!.Status);
    }
}
