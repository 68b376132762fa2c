using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>The fitted model that an engine gives predicts what the engine itself predicted.</summary>
internal sealed class FittedModelCheck(ModelSpec model, TinyData data) : IConformanceCheck
{
    public string Name => $"gives the fitted model: {model.Kind}";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        (Outcome outcome, _) =
            await engine.FitAsync(model, data, new FitSettings { KeepsModel = true }, cancellation).ConfigureAwait(false);
        return CheckFinding.From(outcome.Model is null ? outcome.Reason ?? "it gives none" : null);
    }
}
