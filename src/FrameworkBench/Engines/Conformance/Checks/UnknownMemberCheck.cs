using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A member of a later version of the protocol does no harm.</summary>
internal sealed class UnknownMemberCheck : IConformanceCheck
{
    public string Name => "ignores unknown members";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        EngineProcess process = await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        await process.SendAsync("""{"protocol":1,"mood":{"good":true},"type":"hello"}""", cancellation: cancellation).ConfigureAwait(false);
        Reply? reply = await process.NextReplyAsync(EngineUnderTest.Limit, cancellation).ConfigureAwait(false);
        return reply is HelloReply ? CheckFinding.Passed
            : CheckFinding.Failed($"a hello with an unknown member was answered with {reply?.GetType().Name ?? "nothing"}");
    }
}
