using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines;

/// <summary>Fits whose times are to be compared.</summary>
public sealed class TurnsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-turns-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Models_take_turns_and_another_one_begins_each_round()
    {
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine("one", null, "absent"), new PlannedEngine("two", null, "absent")], Timed());

        Assert.Equal(
            ["one a 0", "one b 0", "one c 0", "one b 1", "one c 1", "one a 1", "two a 0", "two b 0", "two c 0", "two b 1", "two c 1", "two a 1"],
            Turns.Order(plan).Select(planned => $"{planned.Trial.Engine} {planned.Trial.Model.Name} {planned.Trial.Seed}"));
    }

    [Fact]
    public void A_fit_alone_is_not_the_same_trial_as_one_beside_others()
    {
        PlannedEngine[] engines = [new("one", null, "absent")];

        Assert.NotEqual(Plan(engines, Timed())[0].Key, Plan(engines, Timed() with { OneAtATime = false })[0].Key);
    }

    [Fact]
    public async Task They_run_in_turn_however_many_jobs_there_are_and_after_those_that_run_side_by_side()
    {
        var definition = new EngineDefinition("faulty", "none", EngineLanguage.DotNet, "FaultyEngine", [], "");
        EngineCommand command = BuiltEngine.Faulty("None");
        await using EngineProcess process = EngineProcess.Start(command, Placement.Anywhere);
        HelloReply hello = await process.HelloAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var engines = new Dictionary<string, EngineStatus>(StringComparer.Ordinal) { ["faulty"] = new(definition, command, hello, null) };
        IReadOnlyList<PlannedTrial> plan = [.. Plan([new PlannedEngine("faulty", hello, null)], Timed(), Timed() with { Name = "beside", OneAtATime = false })];

        var ran = new List<string>();
        var runner = new TrialRunner(engines, new OutcomeStore(Path.Combine(folder.FullName, "store")), new RunOptions { Jobs = 4 });
        await runner.RunAsync(plan, progress => ran.Add(progress.Latest), TestContext.Current.CancellationToken);

        Assert.All(plan, planned => Assert.Equal(TrialStatus.Done, planned.Outcome!.Status));
        Assert.All(ran.Take(6), trial => Assert.StartsWith("beside/", trial, StringComparison.Ordinal));
        Assert.Equal(Turns.Order([.. plan.Take(6)]).Select(planned => planned.Trial.ToString()), ran.Skip(6));
    }

    private static IReadOnlyList<PlannedTrial> Plan(IReadOnlyList<PlannedEngine> engines, params Experiment[] experiments) =>
        new TrialPlanner(engines, _ => Table(), new PlanOptions()).Plan(experiments);

    private static Experiment Timed()
    {
        SplitPlan split = new HoldOut(0.25, RandomState: 1);
        return new Experiment
        {
            Name = "timed",
            Path = "timed.yaml",
            Title = "Timed",
            Datasets = ["table"],
            Split = new ByProfile<SplitPlan>(split, split, split),
            OneAtATime = true,
            Models = [.. new[] { "a", "b", "c" }.Select(name => new ExperimentModel { Name = name, Title = name, Spec = new ConstantSpec(), Seeds = new ByProfile<int>(2, 2, 2), Preparation = new PreparationPlan() })],
        };
    }

    private static Dataset Table() => new()
    {
        Name = "table",
        Task = TaskKind.Binary,
        Columns = [DatasetColumn.Numeric("a")],
        Features = new FeatureMatrix(24, 1, [.. Enumerable.Range(0, 24).Select(value => (double)value)]),
        TargetName = "class",
        ClassNames = ["no", "yes"],
        Labels = [.. Enumerable.Range(0, 24).Select(row => row % 2)],
        Checksum = "abc",
    };
}
