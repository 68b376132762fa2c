using System.Diagnostics;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Conformance;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines;

/// <summary>What the harness makes of an engine that does not do what the protocol says.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-faults-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("WrongShape", "the predictions have shape (48, 3), expected (48, 2)")]
    [InlineData("NotFinite", "the predictions are not all finite numbers")]
    [InlineData("ImpossibleProbabilities", "the probabilities of row 0 sum to 1")]
    [InlineData("NoPredictions", "predictions.npy is missing, empty or no regular file")]
    [InlineData("FolderOfPredictions", "predictions.npy is missing, empty or no regular file")]
    [InlineData("TooMuchTime", "the engine reports 3600 s of work, but the harness waited")]
    [InlineData("Failure", "InvalidOperationException: asked to fail")]
    public async Task A_result_that_cannot_be_is_a_failed_trial_with_its_reason(string fault, string reason)
    {
        Outcome outcome = await FitAsync(fault);
        Assert.Equal(TrialStatus.Failed, outcome.Status);
        Assert.Contains(reason, outcome.Reason, StringComparison.Ordinal);
        Assert.Null(outcome.Predictions);
    }

    [Theory]
    [InlineData("Garbage", "the engine wrote a line that is not a reply: Epoch 1/5 [======>.....] loss: 0.31")]
    [InlineData("GarbageAfterwards", "the engine wrote a line that is not a reply: Done.")]
    [InlineData("WrongId", "the engine answered fit 'not-check-1', expected fit 'check-1'")]
    public async Task A_broken_conversation_is_told_as_that(string fault, string reason)
    {
        EngineException error = await Assert.ThrowsAsync<EngineException>(() => FitAsync(fault));
        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_is_told_with_its_exit_code()
    {
        // Windows ends a crashed process with the code of its exception, which is negative; Unix with 128 + SIGABRT.
        string code = OperatingSystem.IsWindows() ? "-" : "134";
        EngineException error = await Assert.ThrowsAsync<EngineException>(() => FitAsync("Crash"));
        Assert.StartsWith($"the engine's process ended with exit code {code}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flooded_log_neither_blocks_the_engine_nor_grows_without_end()
    {
        await using var engine = new EngineUnderTest(BuiltEngine.Faulty("FloodedLog"), folder.FullName);
        (Outcome outcome, _) =
            await engine.FitAsync(new ConstantSpec(), TinyData.Of(TaskKind.Binary), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(TrialStatus.Done, outcome.Status);
        Assert.True(engine.Log!.Length < 100_000, $"the log kept {engine.Log.Length} characters");
    }

    [Fact]
    public async Task A_fit_past_its_limit_is_cancelled_and_the_session_goes_on()
    {
        await using var process = EngineProcess.Start(BuiltEngine.Faulty("LongFit"), Placement.Anywhere);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        EngineException error =
            await Assert.ThrowsAsync<EngineException>(
                () => process.FitAsync(Request(), TimeSpan.FromMilliseconds(300), null, TestContext.Current.CancellationToken));
        Assert.Equal("stopped at its limit of 0.3 s", error.Message);
        Assert.Equal("faulty", (await process.HelloAsync(Limit, TestContext.Current.CancellationToken)).Engine);
    }

    [Fact]
    public async Task A_fit_that_sleeps_forever_is_told_so_and_its_process_ended()
    {
        var process = EngineProcess.Start(BuiltEngine.Faulty("Hang"), Placement.Anywhere);
        using var system = Process.GetProcessById(process.ProcessId);
        EngineException error =
            await Assert.ThrowsAsync<EngineException>(
                () => process.FitAsync(Request(), TimeSpan.FromMilliseconds(300), null, TestContext.Current.CancellationToken));
        Assert.Equal("no answer within 0.3 s, nor to a cancel", error.Message);
        await process.DisposeAsync();
        Assert.True(await EndsAsync(system), "the process outlived the conversation");
    }

    [Fact]
    public async Task A_process_that_outlives_its_input_is_ended()
    {
        var process = EngineProcess.Start(BuiltEngine.Faulty("Outlives"), Placement.Anywhere);
        using var system = Process.GetProcessById(process.ProcessId);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        await process.DisposeAsync();
        Assert.True(await EndsAsync(system), "the process outlived the conversation");
    }

    private static async Task<bool> EndsAsync(Process system)
    {
        await system.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        return system.HasExited;
    }

    private FitRequest Request() =>
        new EngineUnderTest(BuiltEngine.Faulty("None"), folder.FullName)
            .Request(new ConstantSpec(), TinyData.Of(TaskKind.Binary), new FitSettings());

    private async Task<Outcome> FitAsync(string fault)
    {
        await using var engine = new EngineUnderTest(BuiltEngine.Faulty(fault), folder.FullName);
        return (
            await engine.FitAsync(
                new ConstantSpec(), TinyData.Of(TaskKind.Binary), cancellation: TestContext.Current.CancellationToken)).Outcome;
    }
}
