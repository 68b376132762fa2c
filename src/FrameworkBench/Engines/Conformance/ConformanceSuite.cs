using FrameworkBench.Engines.Conformance.Checks;
using FrameworkBench.Engines.Processes;

namespace FrameworkBench.Engines.Conformance;

/// <summary>Runs the protocol's contract against a live engine.</summary>
public static class ConformanceSuite
{
    /// <summary>Checks an engine. What the engine offers decides which checks there are.</summary>
    /// <param name="command">How to start it.</param>
    /// <param name="progress">Receives each result as it comes.</param>
    /// <param name="cancellation">Stops between two checks.</param>
    /// <exception cref="EngineException">The program cannot be started.</exception>
    public static async Task<ConformanceReport> RunAsync(
        EngineCommand command, Action<CheckResult>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        using var folder = RunFolder.Create();
        var results = new List<CheckResult>();
        var engine = new EngineUnderTest(command, folder.Path);
        try
        {
            await RunAsync([new HelloCheck()]).ConfigureAwait(false);
            if (engine.Hello is { } hello && results[0].Verdict == CheckVerdict.Passed)
                await RunAsync(ConformanceChecks.For(hello.Capabilities)).ConfigureAwait(false);
            return new ConformanceReport(engine.Hello, results);
        }
        finally
        {
            await engine.DisposeAsync().ConfigureAwait(false);
        }

        async Task RunAsync(IEnumerable<IConformanceCheck> checks)
        {
            foreach (IConformanceCheck check in checks)
            {
                cancellation.ThrowIfCancellationRequested();
                CheckResult result = await OneAsync(engine, check, cancellation).ConfigureAwait(false);
                results.Add(result);
                progress?.Invoke(result);
            }
        }
    }

    private static async Task<CheckResult> OneAsync(EngineUnderTest engine, IConformanceCheck check, CancellationToken cancellation)
    {
        try
        {
            CheckFinding finding = await check.RunAsync(engine, cancellation).ConfigureAwait(false);
            return new CheckResult(check.Name, finding.Verdict, finding.Reason, finding.Verdict == CheckVerdict.Failed ? engine.Log : null);
        }
        catch (EngineException error)
        {
            var result = new CheckResult(check.Name, CheckVerdict.Failed, error.Message, engine.Log);
            await engine.RestartAsync().ConfigureAwait(false);
            return result;
        }
    }
}
