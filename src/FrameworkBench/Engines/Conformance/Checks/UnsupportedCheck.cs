using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>What the engine does not list it refuses by name, rather than fit something else.</summary>
/// <param name="word">The missing capability's word, which the reply must hold.</param>
/// <param name="model">A model that needs it.</param>
/// <param name="data">The table.</param>
internal sealed class UnsupportedCheck(string word, ModelSpec model, TinyData data) : IConformanceCheck
{
    public string Name => $"reports a missing capability: {word}";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        (_, Reply reply) = await engine.FitAsync(model, data, null, cancellation).ConfigureAwait(false);
        if (reply is not UnsupportedReply unsupported)
            return CheckFinding.Failed($"expected 'unsupported', the engine answered {ProtocolJson.Write(reply)}");
        return unsupported.Missing.Contains(word, StringComparison.Ordinal)
            ? CheckFinding.Passed
            : CheckFinding.Failed($"'missing' is '{unsupported.Missing}'; it must name '{word}'");
    }
}
