using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>With weights and batch order given, the seed decides nothing and the order does.</summary>
internal sealed class BatchOrderCheck : IConformanceCheck
{
    private const int Epochs = 3;

    public string Name => "visits the rows in a given order";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        var data = TinyData.Of(TaskKind.Regression);
        NetworkSpec network = TinyModels.Network(TaskKind.Regression, engine.Capabilities, new DenseLayer
        {
            Units = GivenWeights.Hidden,
            Activation = Activation.Tanh,
        });
        network = network with { Train = network.Train with { Epochs = Epochs, BatchSize = 5 } };

        double[]? one = await PredictAsync(seed: 1, backwards: false).ConfigureAwait(false);
        double[]? two = await PredictAsync(seed: 2, backwards: false).ConfigureAwait(false);
        double[]? three = await PredictAsync(seed: 1, backwards: true).ConfigureAwait(false);
        if (one is null || two is null || three is null)
            return CheckFinding.Failed("a fit with a batch order gave no predictions");
        if (!one.AsSpan().SequenceEqual(two))
            return CheckFinding.Failed("two seeds gave different predictions although weights and batch order were given");
        return one.AsSpan().SequenceEqual(three)
            ? CheckFinding.Failed("two batch orders gave the same predictions to the last bit: the order is not followed")
            : CheckFinding.Passed;

        async Task<double[]?> PredictAsync(long seed, bool backwards)
        {
            int[] rows = [.. Enumerable.Range(0, TinyData.Rows).Select(row => backwards ? TinyData.Rows - 1 - row : row)];
            var order = NpyArray.Matrix(Epochs, TinyData.Rows, Enumerable.Repeat(rows, Epochs).SelectMany(epoch => epoch).ToArray());
            var settings = new FitSettings { Seed = seed, InitialWeights = GivenWeights.Arrays, BatchOrder = order };
            return (await engine.FitAsync(network, data, settings, cancellation).ConfigureAwait(false)).Outcome.Predictions?.Values;
        }
    }
}
