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
            ThreeModels with { Models = [Model("a", InputScaling.Raw), Model("twin", InputScaling.Raw), Model("other", InputScaling.MinMax)] });

        RunProgress? last = null;
        await RunnerOf(engine, folder.FullName).RunAsync(plan, progress => last = progress, TestContext.Current.CancellationToken);

        Assert.Equal(6, plan.Count);
        Assert.Equal((4, 4), (last!.Total, last.Done));
        Assert.All(plan, planned => Assert.Equal(TrialStatus.Done, planned.Outcome!.Status));
        Assert.Same(plan[0].Outcome, plan[2].Outcome);
        Assert.NotSame(plan[0].Outcome, plan[4].Outcome);
    }
}
