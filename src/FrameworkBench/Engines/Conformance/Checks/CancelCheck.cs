using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A fit without end is given up when asked, and the session goes on.</summary>
internal sealed class CancelCheck(ModelSpec endless, TinyData data) : IConformanceCheck
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    public string Name => "cancels a fit on request and continues";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        EngineProcess process = await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        FitRequest request = engine.Request(endless, data, new FitSettings());
        await process.SendAsync(ProtocolJson.Write<Request>(request), cancellation: cancellation).ConfigureAwait(false);
        Reply? first = await process.NextReplyAsync(Start, cancellation).ConfigureAwait(false);
        if (first is not (null or ProgressReply))
            return await DoneBeforeAsync(first).ConfigureAwait(false);

        await process.SendAsync(ProtocolJson.Write<Request>(new CancelRequest { Id = request.Id }), cancellation: cancellation)
            .ConfigureAwait(false);
        Reply? last;
        do
        {
            last = await process.NextReplyAsync(Answer, cancellation).ConfigureAwait(false);
        }
        while (last is ProgressReply);

        if (last is null)
            throw new EngineException($"no answer to a cancel within {Answer.TotalSeconds} s");
        if (last is FittedReply)
            return await DoneBeforeAsync(last).ConfigureAwait(false);
        if (last is not CancelledReply cancelled || cancelled.Id != request.Id)
            return CheckFinding.Failed($"expected 'cancelled' for '{request.Id}', the engine answered {ProtocolJson.Write(last)}");
        await process.HelloAsync(EngineUnderTest.Limit, cancellation).ConfigureAwait(false);
        return CheckFinding.Passed;

        static Task<CheckFinding> DoneBeforeAsync(Reply reply) => Task.FromResult(reply is FittedReply
            ? CheckFinding.Skipped("the fit was done before it could be cancelled")
            : CheckFinding.Failed($"the engine ended the fit with {ProtocolJson.Write(reply)}"));
    }
}
