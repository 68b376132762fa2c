using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>The process ends when its input does, even in the middle of a fit: no engine outlives its harness.</summary>
internal sealed class InputEndCheck(ModelSpec model, TinyData data) : IConformanceCheck
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public string Name => "exits when its input ends, even during a fit";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        EngineProcess process = await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        await process.SendAsync(ProtocolJson.Write<Request>(engine.Request(model, data, new FitSettings())), cancellation: cancellation)
            .ConfigureAwait(false);
        await process.NextReplyAsync(Start, cancellation).ConfigureAwait(false);
        bool ended = await process.EndInputAsync(Grace, cancellation).ConfigureAwait(false);
        await engine.RestartAsync().ConfigureAwait(false);
        return ended ? CheckFinding.Passed : CheckFinding.Failed($"the process still ran {Grace.TotalSeconds} s after its input had ended");
    }
}
