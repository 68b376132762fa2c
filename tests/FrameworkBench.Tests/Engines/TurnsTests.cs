using FrameworkBench.Engines;
using FrameworkBench.Trials;
using static FrameworkBench.Tests.Engines.ConstantPlans;

namespace FrameworkBench.Tests.Engines;

/// <summary>Fits whose times are to be compared.</summary>
public sealed class TurnsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-turns-");

    private static FrameworkBench.Experiments.Experiment Timed => ThreeModels with { OneAtATime = true };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Models_take_turns_and_another_one_begins_each_round()
    {
        IReadOnlyList<PlannedTrial> plan =
            Plan([new PlannedEngine("one", null, "absent"), new PlannedEngine("two", null, "absent")], Timed);

        Assert.Equal(
            ["one a 0", "one b 0", "one c 0", "one b 1", "one c 1", "one a 1", "two a 0", "two b 0", "two c 0", "two b 1", "two c 1",
                "two a 1"],
            Turns.Order(plan).Select(planned => $"{planned.Trial.Engine} {planned.Trial.Model.Name} {planned.Trial.Seed}"));
    }

    [Fact]
    public void A_fit_alone_is_not_the_same_trial_as_one_beside_others()
    {
        PlannedEngine[] engines = [new("one", null, "absent")];

        Assert.NotEqual(Plan(engines, Timed)[0].Key, Plan(engines, Timed with { OneAtATime = false })[0].Key);
    }

    [Fact]
    public async Task They_run_in_turn_however_many_jobs_there_are_and_after_those_that_run_side_by_side()
    {
        EngineStatus engine = await FaultyEngineAsync();
        IReadOnlyList<PlannedTrial> plan = [.. Plan([new PlannedEngine(engine.Name, engine.Hello, null)], Timed, Timed with
        {
            Name = "beside",
            OneAtATime = false,
        })];

        var ran = new List<string>();
        var runner = RunnerOf(folder.FullName, engine);
        Outcomes outcomes = await runner.RunAsync(plan, progress => ran.Add(progress.Latest), TestContext.Current.CancellationToken);

        Assert.All(plan, planned => Assert.Equal(TrialStatus.Done, outcomes[planned].Status));
        Assert.All(ran.Take(6), trial => Assert.StartsWith("beside/", trial, StringComparison.Ordinal));
        Assert.Equal(Turns.Order([.. plan.Take(6)]).Select(planned => planned.Trial.ToString()), ran.Skip(6));
    }
}
