using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>Early stopping ends where the engine's own validation losses say that it must, and keeps the best epoch.</summary>
internal sealed class EarlyStoppingCheck(TaskKind task) : IConformanceCheck
{
    private const int Epochs = 80;
    private const int Patience = 2;

    public string Name => "stops early according to its validation losses";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        NetworkSpec network = TinyModels.Network(task, engine.Capabilities);
        var stopping = new EarlyStopping { Watch = Watch.ValidationLoss, Patience = Patience, Rule = StoppingRule.Keras };
        network = network with
        {
            Train = network.Train with { Epochs = Epochs, LearningRate = 0.8, BatchSize = 8, EarlyStopping = stopping },
        };
        (Outcome outcome, _) = await engine.FitAsync(network, TinyData.Of(task), new FitSettings
        {
            Validation = true,
        }, cancellation).ConfigureAwait(false);
        if (outcome.Status != TrialStatus.Done)
            return CheckFinding.Failed($"the fit gave no predictions: {outcome.Reason}");
        return CheckFinding.From(Problem(outcome));
    }

    private static string? Problem(Outcome outcome)
    {
        IReadOnlyList<double> losses = outcome.History.ValidationLoss ?? [];
        if (losses.Count != outcome.Epochs)
            return $"history.validation_loss has {losses.Count} figures for {outcome.Epochs} epochs";
        (int best, int end) = Rule(losses);
        if (outcome.Epochs != end)
            return $"it stopped after epoch {outcome.Epochs}; by its validation losses it must stop after epoch {end}";
        if ((outcome.BestEpoch ?? outcome.Epochs) != best)
            return $"best_epoch is {outcome.BestEpoch?.ToString() ?? "absent"}; by its validation losses it is {best}";
        bool early = end < Epochs;
        return early == (outcome.Stopped == StopReason.Early) ? null : $"stopped is '{outcome.Stopped}' after {end} of {Epochs} epochs";
    }

    // Counted from 1; the end is the last epoch when patience was never spent.
    private static (int Best, int End) Rule(IReadOnlyList<double> losses)
    {
        int best = 0;
        for (int epoch = 1; epoch <= losses.Count; epoch++)
        {
            if (best == 0 || losses[epoch - 1] < losses[best - 1])
                best = epoch;
            else if (epoch - best >= Patience)
                return (best, epoch);
        }

        return (best, Epochs);
    }
}
