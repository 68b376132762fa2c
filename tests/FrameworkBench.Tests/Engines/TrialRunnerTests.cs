using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Engines;
using FrameworkBench.Trials;
using static FrameworkBench.Tests.Engines.ConstantPlans;

namespace FrameworkBench.Tests.Engines;

public sealed class TrialRunnerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-runner-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Trials_of_one_key_are_run_once_and_all_get_the_outcome()
    {
        EngineStatus engine = await FaultyEngineAsync();
        IReadOnlyList<PlannedTrial> plan = Plan(
            [new PlannedEngine(engine.Name, engine.Hello, null)],
            ThreeModels with
            {
                Models = [Model("a", InputScaling.Raw), Model("twin", InputScaling.Raw), Model("other", InputScaling.MinMax)],
            });

        RunProgress? last = null;
        Outcomes outcomes = await RunnerOf(folder.FullName, engine)
            .RunAsync(plan, progress => last = progress, TestContext.Current.CancellationToken);

        Assert.Equal(6, plan.Count);
        Assert.Equal((4, 4), (last!.Total, last.Done));
        Assert.All(plan, planned => Assert.Equal(TrialStatus.Done, outcomes[planned].Status));
        Assert.Same(outcomes[plan[0]], outcomes[plan[2]]);
        Assert.NotSame(outcomes[plan[0]], outcomes[plan[4]]);
    }

    [Fact]
    public async Task What_is_made_of_outcomes_stands_in_the_order_of_the_plan_whether_they_were_run_or_stored()
    {
        EngineStatus engine = await FaultyEngineAsync();
        var absent = new PlannedEngine("absent", null, "not installed");
        IReadOnlyList<PlannedTrial> plan = Plan([new(engine.Name, engine.Hello, null), absent], ThreeModels);
        int ran = 0;

        Task<IReadOnlyList<string>> RunAsync() => RunnerOf(folder.FullName, engine).RunAsync(
            plan, (planned, outcome) => $"{planned.Trial}: {outcome.Status}", _ => ran++, TestContext.Current.CancellationToken);
        IReadOnlyList<string> first = await RunAsync();
        int ranFirst = ran;
        IReadOnlyList<string> second = await RunAsync();

        Assert.Equal(
            plan.Select(planned => $"{planned.Trial}: {(planned.Trial.Engine == "absent" ? TrialStatus.Missing : TrialStatus.Done)}"),
            first);
        Assert.Equal(first, second);
        Assert.Equal((6, 6), (ranFirst, ran));
    }

    [Fact]
    public async Task What_is_made_of_a_failed_outcome_says_so_and_it_is_run_again()
    {
        EngineStatus vandal = (await FaultyEngineAsync()) with { Command = BuiltEngine.Faulty("FolderOfPredictions") };
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine(vandal.Name, vandal.Hello, null)], ThreeModels);
        int ran = 0;

        for (int run = 0; run < 2; run++)
        {
            IReadOnlyList<Outcome> outcomes = await RunnerOf(folder.FullName, vandal).RunAsync(
                plan, (_, outcome) => outcome, _ => ran++, TestContext.Current.CancellationToken);
            Assert.All(outcomes, outcome => Assert.Equal(TrialStatus.Failed, outcome.Status));
        }

        Assert.Equal(12, ran);
    }

    [Fact]
    public async Task An_engine_that_spoils_its_folder_fails_and_the_run_goes_on()
    {
        EngineStatus honest = await FaultyEngineAsync();
        EngineStatus vandal = honest with { Command = BuiltEngine.Faulty("FolderOfPredictions") };
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine(vandal.Name, vandal.Hello, null)], ThreeModels);

        Outcomes outcomes = await RunnerOf(folder.FullName, vandal).RunAsync(plan, null, TestContext.Current.CancellationToken);

        Assert.All(plan, planned => Assert.Equal(TrialStatus.Failed, outcomes[planned].Status));
        Assert.All(plan, planned => Assert.True(outcomes[planned].FailedAfterSeconds > 0));
    }

    [Fact]
    public async Task An_engine_that_removes_the_folder_of_the_run_harms_no_other()
    {
        EngineStatus honest = await FaultyEngineAsync();
        EngineStatus vandal = honest with
        {
            Definition = honest.Definition with { Name = "a-vandal" },
            Command = BuiltEngine.Faulty("RemovesFolder", ("FAULTY_VERSION", "2")),
            Hello = honest.Hello! with { Version = "2" },
        };
        IReadOnlyList<PlannedTrial> plan =
            Plan([new(vandal.Name, vandal.Hello, null), new(honest.Name, honest.Hello, null)], ThreeModels);

        Outcomes outcomes = await RunnerOf(folder.FullName, new RunOptions { Jobs = 1 }, vandal, honest)
            .RunAsync(plan, null, TestContext.Current.CancellationToken);

        Assert.All(plan, planned => Assert.Equal(
            planned.Trial.Engine == vandal.Name ? TrialStatus.Failed : TrialStatus.Done, outcomes[planned].Status));
    }

    [Fact]
    public async Task An_engine_of_another_version_than_planned_fails()
    {
        EngineStatus engine = (await FaultyEngineAsync()) with { Command = BuiltEngine.Faulty("None", ("FAULTY_VERSION", "2")) };
        IReadOnlyList<PlannedTrial> plan = Plan([new(engine.Name, engine.Hello, null)], ThreeModels);

        Outcomes outcomes = await RunnerOf(folder.FullName, engine).RunAsync(plan, null, TestContext.Current.CancellationToken);

        Assert.All(plan, planned => Assert.Equal(
            "the engine changed during the run: faulty FaultyEngine 1 became faulty FaultyEngine 2", outcomes[planned].Reason));
    }

    [Fact]
    public async Task An_engine_that_fails_to_start_three_times_in_a_row_is_not_started_again()
    {
        EngineStatus engine = (await FaultyEngineAsync()) with { Command = BuiltEngine.Faulty("NoStart") };
        IReadOnlyList<PlannedTrial> plan = Plan([new(engine.Name, engine.Hello, null)], ThreeModels);

        Outcomes outcomes = await RunnerOf(folder.FullName, new RunOptions { Jobs = 1 }, engine)
            .RunAsync(plan, null, TestContext.Current.CancellationToken);

        const string death = "the engine's process ended with exit code 3; it last said: no start today";
        string[] reasons = [.. plan.Select(planned => outcomes[planned].Reason!)];
        Assert.Equal(6, reasons.Length);
        Assert.Equal(3, reasons.Count(reason => reason == death));
        Assert.Equal(3, reasons.Count(reason => reason == $"not run: the engine failed to start 3 times in a row: {death}"));
    }

    [Fact]
    public async Task A_fresh_run_fits_each_trial_once_however_often_it_asks()
    {
        EngineStatus engine = await FaultyEngineAsync();
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine(engine.Name, engine.Hello, null)], ThreeModels);
        var fresh = new RunOptions { Jobs = 2, Fresh = true };
        TrialRunner runner = RunnerOf(folder.FullName, fresh, engine), another = RunnerOf(folder.FullName, fresh, engine);
        int done = 0;

        Task<Outcomes> RunAsync(TrialRunner by) => by.RunAsync(plan, _ => done++, TestContext.Current.CancellationToken);

        Outcomes first = await RunAsync(runner), again = await RunAsync(runner);
        Assert.Equal(6, done);
        Assert.All(plan, planned => Assert.Null(again[planned].FailedAfterSeconds));
        Assert.All(plan, planned => Assert.Equal(first[planned].FitSeconds, again[planned].FitSeconds));
        await RunAsync(another);
        Assert.Equal(12, done);
    }

    [Fact]
    public async Task An_engine_that_changes_its_input_fails_and_harms_no_other()
    {
        EngineStatus honest = await FaultyEngineAsync();
        EngineStatus vandal = honest with
        {
            Definition = honest.Definition with { Name = "a-vandal" },
            Command = BuiltEngine.Faulty("ChangesInput", ("FAULTY_VERSION", "2")),
            Hello = honest.Hello! with { Version = "2" },
        };
        PlannedEngine[] both = [new(vandal.Name, vandal.Hello, null), new(honest.Name, honest.Hello, null)];
        IReadOnlyList<PlannedTrial> plan = Plan(both, ThreeModels), undisturbed = Plan([both[1]], ThreeModels);

        Outcomes outcomes = await RunnerOf(folder.CreateSubdirectory("both").FullName, vandal, honest)
            .RunAsync(plan, null, TestContext.Current.CancellationToken);
        Outcomes alone = await RunnerOf(folder.CreateSubdirectory("one").FullName, honest)
            .RunAsync(undisturbed, null, TestContext.Current.CancellationToken);

        Assert.All(plan.Where(planned => planned.Trial.Engine == vandal.Name), planned =>
            Assert.Equal(
                (TrialStatus.Failed, "the engine changed its input train_y.npy"), (outcomes[planned].Status, outcomes[planned].Reason)));
        Assert.Equal(
            undisturbed.Select(planned => alone[planned].Predictions!.Values),
            plan.Where(planned => planned.Trial.Engine == honest.Name).Select(planned => outcomes[planned].Predictions!.Values));
    }
}
