using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A fit whose arrays are missing fails with a reason, and the session goes on.</summary>
internal sealed class MissingFileCheck(ModelSpec model, TinyData data) : IConformanceCheck
{
    public string Name => "fails a fit without its arrays and continues";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        EngineProcess process = await engine.ProcessAsync(cancellation).ConfigureAwait(false);
        FitRequest request = engine.Request(model, data, new FitSettings());
        File.Delete(request.Arrays.TrainX);
        (Reply reply, _) = await process.FitAsync(request, EngineUnderTest.Limit, null, cancellation).ConfigureAwait(false);
        if (reply is not FailedReply failed)
            return CheckFinding.Failed($"expected 'failed', the engine answered {ProtocolJson.Write(reply)}");
        if (string.IsNullOrWhiteSpace(failed.Reason) || failed.Reason.Contains('\n', StringComparison.Ordinal))
            return CheckFinding.Failed("'failed' must carry a reason of one line");
        await process.HelloAsync(EngineUnderTest.Limit, cancellation).ConfigureAwait(false);
        return CheckFinding.Passed;
    }
}
