using System.Diagnostics;
using System.Globalization;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Conformance;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Engines;

/// <summary>What the harness makes of an engine that does not do what the protocol says.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("frameworkbench-faults-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("WrongShape", "the predictions have shape (48, 3), expected (48, 2)")]
    [InlineData("TooFewRows", "the predictions have shape (47, 2), expected (48, 2)")]
    [InlineData("CutPredictions", "the predictions cannot be read: ")]
    [InlineData("HugePredictions", "predictions.npy has 1 GB, more than 500 MB")]
    [InlineData("NotFinite", "the predictions are not all finite numbers")]
    [InlineData("ImpossibleProbabilities", "the probabilities of row 0 sum to 1")]
    [InlineData("NoPredictions", "predictions.npy is missing, empty or no regular file")]
    [InlineData("FolderOfPredictions", "predictions.npy is missing, empty or no regular file")]
    [InlineData("TooMuchTime", "the engine reports 3600 s of work, but the harness waited")]
    [InlineData("NoTime", "the engine reports 0 s of work, but the harness waited")]
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
    [InlineData("HalfLine", "the engine's output ended within a line: {")]
    [InlineData("EndlessLine", "the engine wrote a line of more than 32 MB")]
    [InlineData("WrongId", "the engine answered fit 'not-check-1', expected fit 'check-1'")]
    public async Task A_broken_conversation_is_reported_as_that(string fault, string reason)
    {
        EngineException error = await Assert.ThrowsAsync<EngineException>(() => FitAsync(fault));
        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"epochs\":0", "\"epochs\":-5", "the engine reports -5 epochs")]
    [InlineData("\"epochs\":0", "\"epochs\":0,\"best_epoch\":7", "the engine reports epoch 7 as the best of 0")]
    [InlineData("\"parameters\":2", "\"parameters\":-2", "the engine reports -2 parameters")]
    [InlineData("\"measures\":{}", "\"measures\":{\"norm\":\"NaN\"}", "the engine reports measure norm as NaN")]
    [InlineData("\"notes\":[]", "\"notes\":[null]", "the engine's notes hold null")]
    [InlineData("\"epochs\":0", "\"epochs\":0,\"explanation\":{\"tree\":[null]}", "explanation.tree holds null")]
    public async Task A_figure_that_cannot_be_is_a_failed_trial_with_its_reason(string replaced, string replacement, string reason)
    {
        Outcome outcome = await FitAsync("Rewritten", ("REPLACED", replaced), ("REPLACEMENT", replacement));
        Assert.Equal((TrialStatus.Failed, reason), (outcome.Status, outcome.Reason));
    }

    [Theory]
    [InlineData("\"notes\":[]", "\"notes\":null", "$.notes")]
    [InlineData("\"history\":{}", "\"history\":null", "$.history")]
    [InlineData("\"measures\":{}", "\"measures\":null", "$.measures")]
    [InlineData("\"epochs\":0", "\"epochs\":99999999999", "$.epochs")]
    [InlineData("\"epochs\":0", "\"epochs\":\"many\"", "$.epochs")]
    [InlineData("\"capabilities\":{", "\"capabilities\":null,\"more\":{", "$.capabilities")]
    [InlineData("\"environment\":{", "\"environment\":null,\"more\":{", "$.environment")]
    [InlineData("\"models\":[", "\"models\":null,\"more\":[", "$.capabilities.models")]
    public async Task A_member_of_the_wrong_type_is_reported_with_its_place(string replaced, string replacement, string place)
    {
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => FitAsync("Rewritten", ("REPLACED", replaced), ("REPLACEMENT", replacement)));
        Assert.StartsWith("the engine wrote a line that is not a reply: {", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($" (at {place})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_engine_says_does_not_steer_a_terminal()
    {
        Outcome outcome = await FitAsync("Rewritten", ("REPLACED", "\"notes\":[]"), ("REPLACEMENT", "\"notes\":[\"\\u001b[2J\u202e\"]"));
        Assert.Equal([@"\u001B[2J\u202E"], outcome.Notes);
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => FitAsync("Rewritten", ("REPLACED", "{\"type\":\"fitted\""), ("REPLACEMENT", "\u001b]0;title\u0007{\"type\":\"fitted\"")));
        Assert.StartsWith(@"the engine wrote a line that is not a reply: \u001B]0;title\u0007{", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_among_capabilities_is_refused()
    {
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => FitAsync("Rewritten", ("REPLACED", "\"models\":["), ("REPLACEMENT", "\"models\":[null,")));
        Assert.Equal("the engine's hello holds null where a word must be", error.Message);
    }

    [Fact]
    public async Task A_pipe_of_predictions_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes");
        Outcome outcome = await FitAsync("PipeOfPredictions");
        Assert.Equal(TrialStatus.Failed, outcome.Status);
        Assert.Contains("predictions.npy is missing, empty or no regular file", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_is_reported_with_its_exit_code()
    {
        // Windows ends a crashed process with the code of its exception, which is negative; Unix with 128 + SIGABRT.
        string code = OperatingSystem.IsWindows() ? "-" : "134";
        EngineException error = await Assert.ThrowsAsync<EngineException>(() => FitAsync("Crash"));
        Assert.StartsWith($"the engine's process ended with exit code {code}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_that_ends_an_engine_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals");
        EngineException error = await Assert.ThrowsAsync<EngineException>(() => FitAsync("Segfault"));
        Assert.StartsWith(
            "the engine's process ended with exit code 139 (SIGSEGV: an invalid memory access)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_sees_no_secret_of_the_harness()
    {
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "none of an engine's business");
        await using var engine = new EngineUnderTest(BuiltEngine.Faulty("TellsEnvironment"), folder.FullName);
        await engine.FitAsync(new ConstantSpec(), TinyData.Of(TaskKind.Binary), cancellation: TestContext.Current.CancellationToken);
        string[] names = engine.Log!.Split([' ', '\n']);
        Assert.Contains("FAULT", names);
        Assert.Contains("PATH", names, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain("AWS_SECRET_ACCESS_KEY", names);
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
    public async Task A_log_line_of_200_MB_is_cut()
    {
        await using var engine = new EngineUnderTest(BuiltEngine.Faulty("LongLogLine"), folder.FullName);
        (Outcome outcome, _) =
            await engine.FitAsync(new ConstantSpec(), TinyData.Of(TaskKind.Binary), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(TrialStatus.Done, outcome.Status);
        Assert.InRange(engine.Log!.Length, 2000, 3000);
    }

    [Theory]
    [InlineData("CrashLeavesChild")]
    [InlineData("ChildHoldsOutput")]
    public async Task A_child_neither_hides_the_death_of_its_engine_nor_outlives_it(string fault)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "children are found in /proc");
        var process = EngineProcess.Start(BuiltEngine.Faulty(fault), Placement.Anywhere);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => process.FitAsync(Request(), Limit, null, TestContext.Current.CancellationToken));
        Assert.StartsWith("the engine's process ended with exit code 137", error.Message, StringComparison.Ordinal);
        int child = await ChildOfAsync(process);
        await process.DisposeAsync();
        Assert.False(Lives(child), $"the child {child} outlived its engine");
    }

    [Fact]
    public async Task A_child_does_not_outlive_an_engine_that_ends_in_good_order()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "children are found in /proc");
        var process = EngineProcess.Start(BuiltEngine.Faulty("LeavesChild"), Placement.Anywhere);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        (Reply reply, _) = await process.FitAsync(Request(), Limit, null, TestContext.Current.CancellationToken);
        Assert.IsType<FittedReply>(reply);
        int child = await ChildOfAsync(process);
        Assert.True(Lives(child));
        await process.DisposeAsync();
        Assert.False(Lives(child), $"the child {child} outlived its engine");
    }

    [Fact]
    public async Task An_engine_that_reports_progress_without_pause_is_stopped_at_its_limit()
    {
        var process = EngineProcess.Start(BuiltEngine.Faulty("EndlessProgress"), Placement.Anywhere);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => process.FitAsync(Request(), TimeSpan.FromMilliseconds(300), null, TestContext.Current.CancellationToken));
        Assert.Equal("no answer within 0.3 s, nor to a cancel", error.Message);
        process.Kill();
        await process.DisposeAsync();
    }

    [Fact]
    public async Task An_engine_that_stops_reading_is_reported()
    {
        var process = EngineProcess.Start(BuiltEngine.Faulty("StopsReading"), Placement.Anywhere);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        EngineException error = await Assert.ThrowsAsync<EngineException>(
            () => process.SendAsync(new string(' ', 1_000_000), TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        Assert.Equal("the engine did not read its request within 1 s", error.Message);
        process.Kill();
        await process.DisposeAsync();
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
    public async Task A_fit_that_sleeps_forever_is_reported_and_its_process_ended()
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

    // A child that holds the log open keeps it from ending, so that its line may still be on its way.
    private static async Task<int> ChildOfAsync(EngineProcess process)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30);)
        {
            string? line = process.Log?.Split('\n').SingleOrDefault(line => line.StartsWith("child ", StringComparison.Ordinal));
            if (line is not null && int.TryParse(line["child ".Length..], CultureInfo.InvariantCulture, out int child))
                return child;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"no child in the log: {process.Log}");
    }

    [Fact]
    public async Task An_engine_that_ended_leaves_no_pipe_open_in_the_harness()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes are found in /proc");
        string[] before = [.. PipesOf("self")];
        var process = EngineProcess.Start(BuiltEngine.Faulty("None"), Placement.Anywhere);
        await process.HelloAsync(Limit, TestContext.Current.CancellationToken);
        string[] pipes = [.. PipesOf($"{process.ProcessId}").Intersect(PipesOf("self")).Except(before)];

        process.Kill();
        await process.DisposeAsync();

        Assert.Equal(3, pipes.Length);
        Assert.Empty(pipes.Intersect(PipesOf("self")));
    }

    private static IEnumerable<string> PipesOf(string process) =>
        new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos().Select(file => file.LinkTarget).OfType<string>()
            .Where(target => target.StartsWith("pipe:", StringComparison.Ordinal));

    // A process that has ended stays as a zombie until its parent has noticed.
    private static bool Lives(int id)
    {
        string status = $"/proc/{id}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }

    private static async Task<bool> EndsAsync(Process system)
    {
        await system.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        return system.HasExited;
    }

    private FitRequest Request() =>
        new EngineUnderTest(BuiltEngine.Faulty("None"), folder.FullName)
            .Request(new ConstantSpec(), TinyData.Of(TaskKind.Binary), new FitSettings());

    private async Task<Outcome> FitAsync(string fault, params (string Name, string Value)[] more)
    {
        await using var engine = new EngineUnderTest(BuiltEngine.Faulty(fault, more), folder.FullName);
        return (
            await engine.FitAsync(
                new ConstantSpec(), TinyData.Of(TaskKind.Binary), cancellation: TestContext.Current.CancellationToken)).Outcome;
    }
}
