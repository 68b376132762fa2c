using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>The same request with the same seed gives the same predictions, in one process and in the next.</summary>
internal sealed class DeterminismCheck(ModelSpec model, TinyData data) : IConformanceCheck
{
    public string Name => $"gives the same predictions for the same seed: {(model as CustomSpec)?.Algorithm ?? model.Kind}";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        if (!engine.Capabilities.Deterministic)
            return CheckFinding.Skipped("the engine says that it is not deterministic");
        Outcome first = (await engine.FitAsync(model, data, null, cancellation).ConfigureAwait(false)).Outcome;
        Outcome again = (await engine.FitAsync(model, data, null, cancellation).ConfigureAwait(false)).Outcome;
        await engine.RestartAsync().ConfigureAwait(false);
        Outcome anew = (await engine.FitAsync(model, data, null, cancellation).ConfigureAwait(false)).Outcome;
        if (first.Predictions is null)
            return CheckFinding.Failed($"the fit gave no predictions: {first.Reason}");
        return CheckFinding.From(Difference(first, again, "in the same process") ?? Difference(first, anew, "in a new process"));
    }

    private static string? Difference(Outcome first, Outcome other, string where)
    {
        if (other.Predictions is null)
            return $"the second fit {where} gave no predictions: {other.Reason}";
        double largest = first.Predictions!.Values.Zip(other.Predictions.Values, (one, two) => Math.Abs(one - two)).Max();
        return largest == 0 ? null : FormattableString.Invariant($"a second fit with the same seed {where} differs by up to {largest:g3}");
    }
}
