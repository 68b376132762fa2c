using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A model explains itself only when it is asked to, soundly if at all, and predicts the same either way.</summary>
internal sealed class OwnWordCheck(ModelSpec model, TinyData data) : IConformanceCheck
{
    public string Name => $"explains itself only on request: {model.Kind}";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        (Outcome unasked, _) = await engine.FitAsync(model, data, new FitSettings(), cancellation).ConfigureAwait(false);
        (Outcome asked, _) = await engine.FitAsync(model, data, new FitSettings { Explain = true }, cancellation).ConfigureAwait(false);
        if ((unasked, asked) is not ({ Status: TrialStatus.Done }, { Status: TrialStatus.Done }))
            return CheckFinding.Failed($"without being asked: {unasked.Reason ?? "done"}; asked to explain: {asked.Reason ?? "done"}");
        if (unasked.Explanation is not null)
            return CheckFinding.Failed("it explains a model without a request");
        if (asked.Explanation?.Importance is { } shares && shares.Count != TinyData.Columns)
            return CheckFinding.Failed($"explanation.importance has {shares.Count} shares for {TinyData.Columns} features");
        return CheckFinding.From(
            unasked.Predictions!.Values.SequenceEqual(asked.Predictions!.Values) ? null : "its predictions change when it explains");
    }
}
