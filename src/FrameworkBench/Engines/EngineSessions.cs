using FrameworkBench.Engines.Processes;
using FrameworkBench.Experiments;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>The engine processes of one worker: each engine is started once and kept, until it fails.</summary>
/// <param name="placement">Where the processes run.</param>
/// <param name="folder">A private folder for their inputs and predictions, a folder an engine.</param>
/// <param name="starts">Counts failed starts, of other workers too; null when there are none.</param>
internal sealed class EngineSessions(Placement placement, string folder, EngineStarts? starts = null) : ITrialSession
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(120);

    private readonly Dictionary<string, EngineProcess> processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EngineInput> inputs = new(StringComparer.Ordinal);
    private readonly EngineStarts starts = starts ?? new EngineStarts();
    private int fits;

    /// <inheritdoc/>
    public async Task<Outcome> RunAsync(
        PlannedTrial planned, EngineStatus engine, InputFiles files, TrialLimits limits, CancellationToken cancellation)
    {
        if (!processes.ContainsKey(engine.Name) && starts.Stopped(engine.Name) is { } stopped)
            return Outcome.Without(TrialStatus.Failed, stopped);
        EngineProcess? process = null;
        TrialLimits all = limits.Over(TrialLimits.Default);
        TimeSpan limit = all.Time!.Value;
        string own = Path.Combine(folder, engine.Name);
        var output = new OutputFiles(own);
        EngineInput input = inputs.TryGetValue(engine.Name, out EngineInput? known)
            ? known : inputs[engine.Name] = new EngineInput(Path.Combine(own, "input"));
        try
        {
            process = await ProcessOf(engine, all.MemoryBytes, cancellation).ConfigureAwait(false);
            Prepare();
            var request =
                planned.Request(
                    $"{++fits}", files.For(input.Folder, output), files.Preparation.Columns, limit, placement.Threads) with
                {
                    Native = files.Native,
                };
            var wall = System.Diagnostics.Stopwatch.StartNew();
            var (reply, peakBytes) = await process.FitAsync(request, all, cancellation: cancellation).ConfigureAwait(false);
            TimeSpan waited = wall.Elapsed;
            if (input.Changed is { } changed)
                throw new EngineException($"the engine changed its input {changed}");
            Outcome outcome =
                OutcomeReader.Read(request, reply, planned.Input.Layout.Rows, planned.Input.Outputs, waited, peakBytes, process.Log);
            return InOwnUnit(outcome, files);
        }
        catch (EngineException error)
        {
            // Nothing the process says after this can be trusted; the next trial gets a new one.
            string? log = process?.Log;
            await DropAsync(engine.Name).ConfigureAwait(false);
            return Outcome.Without(TrialStatus.Failed, error.Message, log);
        }
        catch (OperationCanceledException)
        {
            await DropAsync(engine.Name).ConfigureAwait(false);
            throw;
        }

        // The folder is the engine's own, so that whatever it left there is its fault.
        void Prepare()
        {
            try
            {
                Directory.CreateDirectory(own);
                output.Clear();
                input.Hold(files);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new EngineException($"the engine's folder cannot be used: {error.Message}", error);
            }
        }
    }

    /// <summary>Ends every process.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(processes.Values.Select(process => process.DisposeAsync().AsTask())).ConfigureAwait(false);
        processes.Clear();
        foreach (EngineInput input in inputs.Values)
            input.Delete();
        inputs.Clear();
    }

    // A model may have learnt a standardised target; what is kept is in the target's own unit.
    private static Outcome InOwnUnit(Outcome outcome, InputFiles files) =>
        outcome.Predictions is { } scaled && files.Preparation is ({ TargetScale: not 1 } or { TargetOffset: not 0 })
            ? outcome with { Predictions = new Predictions(scaled.Rows, scaled.Columns, files.Preparation.InverseTargets(scaled.Values)) }
            : outcome;

    private async Task<EngineProcess> ProcessOf(EngineStatus engine, long? memory, CancellationToken cancellation)
    {
        if (processes.TryGetValue(engine.Name, out EngineProcess? running))
            return running;

        HelloReply hello;
        try
        {
            var process = EngineProcess.Start(engine.Command!, placement);
            processes[engine.Name] = process;
            process.LimitMemory(memory);
            hello = await process.HelloAsync(HelloLimit, cancellation).ConfigureAwait(false);
        }
        catch (EngineException error)
        {
            starts.Failed(engine.Name, error.Message);
            throw;
        }

        // Outcomes are kept under the version that the engine gave when the run was planned.
        if (engine.Hello is { } planned && IdentityOf(hello) != IdentityOf(planned))
            throw new EngineException($"the engine changed during the run: {IdentityOf(planned)} became {IdentityOf(hello)}");
        starts.Succeeded(engine.Name);
        return processes[engine.Name];
    }

    private static string IdentityOf(HelloReply hello) => new PlannedEngine(hello.Engine, hello, null).Identity;

    private async Task DropAsync(string engine)
    {
        if (!processes.Remove(engine, out EngineProcess? process))
            return;
        process.Kill();
        await process.DisposeAsync().ConfigureAwait(false);
    }
}
