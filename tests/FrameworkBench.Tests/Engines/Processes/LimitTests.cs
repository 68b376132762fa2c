using FrameworkBench.Engines;
using FrameworkBench.Engines.Conformance;
using FrameworkBench.Engines.Memory;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;
using static FrameworkBench.Tests.Engines.ConstantPlans;

namespace FrameworkBench.Tests.Engines.Processes;

/// <summary>What happens to an engine that takes more than a trial may.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-limits-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_engine_that_holds_too_much_memory_is_stopped_and_its_reason_says_how_much()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "memory is read from /proc");
        string reason = await FailureAsync("Memory", HalfOfOne, limitMemory: _ => null);
        Assert.Matches(@"^stopped at its memory limit of 500 MB: its processes held [0-9.]+ [MG]B \(polled every 0\.2 s\)$", reason);
    }

    [Fact]
    public async Task The_system_refuses_memory_beyond_the_limit_of_data()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has such a limit");
        string reason = await FailureAsync("Memory", HalfOfOne, process => DataLimit.Of(process, threads: 1));
        Assert.StartsWith(
            "stopped at its memory limit of 500 MB: the system refused it more than 1.3 GB (RLIMIT_DATA); OutOfMemoryException: ", reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_group_ends_an_engine_that_takes_too_much()
    {
        bool isPermitted = OperatingSystem.IsLinux();
        string reason = await FailureAsync("Memory", HalfOfOne, process =>
        {
            var group = isPermitted ? ControlGroup.Of(process) : null;
            isPermitted = group is not null;
            return group;
        });
        Assert.SkipUnless(isPermitted, "this machine lets nobody make a control group");
        Assert.Equal("stopped at its memory limit of 500 MB by the system (control group)", reason);
    }

    [Fact]
    public async Task A_limit_ends_with_its_trial()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has such a limit");
        await using var process = EngineProcess.Start(BuiltEngine.Faulty("None"), Placement.Anywhere);
        await process.HelloAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        string unlimited = DataLimitOf(process);

        await process.FitAsync(Request(), HalfOfOne, null, TestContext.Current.CancellationToken);
        Assert.NotEqual(unlimited, DataLimitOf(process));
        await process.FitAsync(Request(), new TrialLimits(), null, TestContext.Current.CancellationToken);

        Assert.Equal(unlimited, DataLimitOf(process));
    }

    private static TrialLimits HalfOfOne => new() { MemoryBytes = 500_000_000 };

    private static string DataLimitOf(EngineProcess process) =>
        File.ReadLines($"/proc/{process.ProcessId}/limits").Single(line => line.StartsWith("Max data size", StringComparison.Ordinal));

    [Fact]
    public async Task An_engine_that_writes_too_much_is_stopped_and_its_reason_says_how_much()
    {
        string reason = await FailureAsync("EndlessLog", new TrialLimits { OutputBytes = 20_000_000 });
        Assert.Matches(@"^stopped at its output limit of 20 MB: it wrote [0-9.]+ [MG]B to standard error$", reason);
    }

    [Fact]
    public async Task A_limit_of_the_command_line_precedes_that_of_the_experiment_and_changes_no_key()
    {
        EngineStatus engine = await FaultyEngineAsync() with { Command = BuiltEngine.Faulty("LongFit") };
        Experiment patient = ThreeModels with { Limits = new TrialLimits { Time = TimeSpan.FromMinutes(5) } };
        IReadOnlyList<PlannedTrial> plan = Plan([new PlannedEngine(engine.Name, engine.Hello, null)], patient);
        Assert.Equal(
            Plan([new PlannedEngine(engine.Name, engine.Hello, null)], ThreeModels).Select(planned => planned.Key),
            plan.Select(planned => planned.Key));

        var options = new RunOptions { Jobs = 1, Limits = new TrialLimits { Time = TimeSpan.FromSeconds(0.2) } };
        Outcomes outcomes = await RunnerOf(folder.FullName, options, engine).RunAsync(plan, null, TestContext.Current.CancellationToken);

        Assert.All(plan, planned => Assert.Equal("stopped at its limit of 0.2 s", outcomes[planned].Reason));
    }

    [Fact]
    public void Limits_add_up()
    {
        var own = new TrialLimits { MemoryBytes = 5 };
        Assert.Equal(TrialLimits.Default with { MemoryBytes = 5 }, own.Over(TrialLimits.Default));
        Assert.Equal(own, own.Over(new TrialLimits { MemoryBytes = 6 }));
    }

    private FitRequest Request() =>
        new EngineUnderTest(BuiltEngine.Faulty("None"), folder.FullName)
            .Request(new ConstantSpec(), TinyData.Of(TaskKind.Binary), new FitSettings());

    private async Task<string> FailureAsync(string fault, TrialLimits limits, Func<int, IMemoryLimit?>? limitMemory = null)
    {
        await using var process = EngineProcess.Start(BuiltEngine.Faulty(fault), Placement.Anywhere, limitMemory ?? (_ => null));
        await process.HelloAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => process.FitAsync(Request(), limits, null, TestContext.Current.CancellationToken));
        return error.Message;
    }
}
