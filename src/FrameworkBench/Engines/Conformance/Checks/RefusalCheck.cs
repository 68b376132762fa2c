using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A line that is not a request is refused, and the session goes on.</summary>
internal sealed class RefusalCheck(string what, string line) : IConformanceCheck
{
    public string Name => $"refuses {what} and continues";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        EngineProcess process = await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        await process.SendAsync(line, cancellation: cancellation).ConfigureAwait(false);
        Reply? reply = await process.NextReplyAsync(EngineUnderTest.Limit, cancellation).ConfigureAwait(false);
        if (reply is not RefusedReply refused)
            return CheckFinding.Failed(
                $"expected 'refused', the engine answered {(reply is null ? "nothing" : ProtocolJson.Write(reply))}");
        if (string.IsNullOrWhiteSpace(refused.Reason))
            return CheckFinding.Failed("'refused' carries no reason");
        await process.HelloAsync(EngineUnderTest.Limit, cancellation).ConfigureAwait(false);
        return CheckFinding.Passed;
    }
}
