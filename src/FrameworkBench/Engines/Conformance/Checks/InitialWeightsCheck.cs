using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>A network that hardly learns predicts what its given weights say.</summary>
internal sealed class InitialWeightsCheck : IConformanceCheck
{
    private const double Tolerance = 1e-4;

    public string Name => "starts from given weights";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        var data = TinyData.Of(TaskKind.Regression);
        NetworkSpec network = TinyModels.Network(TaskKind.Regression, engine.Capabilities, new DenseLayer
        {
            Units = GivenWeights.Hidden,
            Activation = Activation.Tanh,
        });
        network = network with { Train = network.Train with { Epochs = 1, LearningRate = 1e-9 } };
        var settings = new FitSettings { InitialWeights = GivenWeights.Arrays };
        (Outcome outcome, _) = await engine.FitAsync(network, data, settings, cancellation).ConfigureAwait(false);
        if (outcome.Predictions is null)
            return CheckFinding.Failed($"the fit gave no predictions: {outcome.Reason}");
        double[] expected = GivenWeights.Predict(data.PredictX);
        double largest = expected.Zip(outcome.Predictions.Values, (one, two) => Math.Abs(one - two)).Max();
        return CheckFinding.From(largest < Tolerance
            ? null
            : FormattableString.Invariant($"the predictions differ by up to {largest:g3} from those of the given weights"));
    }
}
