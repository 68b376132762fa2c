using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A model that the capabilities promise is fitted: shapes, probabilities, times, history, parameters.</summary>
/// <param name="what">What is fitted, for the check's name.</param>
/// <param name="model">The model.</param>
/// <param name="data">The table.</param>
/// <param name="settings">What else is requested.</param>
/// <param name="mayBeUnsupported">Whether the engine may refuse this one model, since its capability speaks of several.</param>
internal sealed class FitCheck(string what, ModelSpec model, TinyData data, FitSettings? settings = null, bool mayBeUnsupported = false)
    : IConformanceCheck
{
    public string Name => $"fits {what}";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        (Outcome outcome, _) = await engine.FitAsync(model, data, settings, cancellation).ConfigureAwait(false);
        return outcome.Status switch
        {
            TrialStatus.Unsupported when mayBeUnsupported => CheckFinding.Skipped($"unsupported: {outcome.Reason}"),
            TrialStatus.Done => CheckFinding.From(Problem(outcome)),
            _ => CheckFinding.Failed($"{outcome.Status.ToString().ToLowerInvariant()}: {outcome.Reason}"),
        };
    }

    private string? Problem(Outcome outcome)
    {
        if (outcome.Threads < 1)
            return $"threads is {outcome.Threads}; it must say how many were used";
        if (outcome.Parameters < 1)
            return $"parameters is {outcome.Parameters}; it must count the learnt numbers";
        if (data.Task == TaskKind.Reconstruction && CodesProblem(outcome) is { } codes)
            return codes;
        if (model is not NetworkSpec network)
            return null;

        long parameters = TinyModels.Parameters(network) * network.Ensemble;
        if (outcome.Parameters != parameters)
            return $"parameters is {outcome.Parameters}; the network has {parameters}";
        if (outcome.Epochs != network.Train.Epochs || outcome.Stopped != StopReason.Completed)
            return $"{outcome.Epochs} epochs, {outcome.Stopped}; {network.Train.Epochs} were requested without early stopping";
        IReadOnlyList<double>? losses = outcome.History.Loss;
        if (losses?.Count != network.Train.Epochs)
            return $"history.loss has {losses?.Count ?? 0} figures for {network.Train.Epochs} epochs";
        return losses.All(double.IsFinite) ? null : "history.loss holds a figure that is not finite";
    }

    private string? CodesProblem(Outcome outcome)
    {
        int? width = model switch { NetworkSpec { CodeLayer: not null } or PrincipalComponentsSpec => TinyModels.CodeWidth, _ => null };
        return outcome.Codes?.Columns == width ? null : $"the codes have {outcome.Codes?.Columns ?? 0} columns; {width ?? 0} were expected";
    }
}
