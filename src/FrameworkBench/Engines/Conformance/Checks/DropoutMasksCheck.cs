using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>
/// With weights, batch order and dropout masks given, the seed decides nothing and the masks do; nothing is dropped at inference.
/// </summary>
internal sealed class DropoutMasksCheck : IConformanceCheck
{
    private const int Epochs = 3;
    private const double Tolerance = 1e-4;

    public string Name => "follows given dropout masks";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        var data = TinyData.Of(TaskKind.Regression);
        NetworkSpec network = TinyModels.Network(
            TaskKind.Regression, engine.Capabilities, new DenseLayer
            {
                Units = GivenWeights.Hidden,
                Activation = Activation.Tanh,
            }, new DropoutLayer { Rate = 0.5 });
        network = network with { Train = network.Train with { Epochs = Epochs, BatchSize = 5 } };

        double[]? one = await PredictAsync(network, seed: 1, phase: 0).ConfigureAwait(false);
        double[]? two = await PredictAsync(network, seed: 2, phase: 0).ConfigureAwait(false);
        double[]? three = await PredictAsync(network, seed: 1, phase: 1).ConfigureAwait(false);
        double[]? still = await PredictAsync(network with
        {
            Train = network.Train with { LearningRate = 1e-9 },
        }, seed: 1, phase: 0).ConfigureAwait(false);
        if (one is null || two is null || three is null || still is null)
            return CheckFinding.Failed("a fit with dropout masks gave no predictions");
        if (!one.AsSpan().SequenceEqual(two))
            return CheckFinding.Failed("two seeds gave different predictions although weights, batch order and dropout masks were given");
        if (one.AsSpan().SequenceEqual(three))
            return CheckFinding.Failed("two sets of dropout masks gave the same predictions to the last bit: the masks are not followed");
        double largest = GivenWeights.Predict(data.PredictX).Zip(still, (expected, found) => Math.Abs(expected - found)).Max();
        return CheckFinding.From(largest < Tolerance
            ? null
            : FormattableString.Invariant(
                $"the predictions differ by up to {largest:g3} from those of the given weights: values are dropped at inference"));

        async Task<double[]?> PredictAsync(NetworkSpec model, long seed, int phase)
        {
            int[] rows = [.. Enumerable.Range(0, TinyData.Rows)];
            int visits = Epochs * TinyData.Rows;
            int[] keeps = [.. Enumerable.Range(0, visits * GivenWeights.Hidden).Select(place => ((place * 7) + phase) % 3 == 0 ? 0 : 1)];
            var settings = new FitSettings
            {
                Seed = seed,
                InitialWeights = GivenWeights.Arrays,
                BatchOrder = NpyArray.Matrix(Epochs, TinyData.Rows, Enumerable.Repeat(rows, Epochs).SelectMany(epoch => epoch).ToArray()),
                DropoutMasks = [NpyArray.Matrix(visits, GivenWeights.Hidden, keeps)],
            };
            return (await engine.FitAsync(model, data, settings, cancellation).ConfigureAwait(false)).Outcome.Predictions?.Values;
        }
    }
}
