using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Conformance.Checks;

/// <summary>
/// A native fit starts from the given weights and follows the given order too: one step of it is that of a fit that is not native, but for
/// ε.
/// </summary>
/// <param name="optimizer">An update rule that the engine has.</param>
internal sealed class NativeCheck(Optimizer optimizer) : IConformanceCheck
{
    private const double Tolerance = 1e-4;

    public string Name => "uses its own formulas with given weights";

    public async Task<CheckFinding> RunAsync(EngineUnderTest engine, CancellationToken cancellation)
    {
        var data = TinyData.Of(TaskKind.Regression);
        NetworkSpec network = TinyModels.Network(TaskKind.Regression, engine.Capabilities, new DenseLayer
        {
            Units = GivenWeights.Hidden,
            Activation = Activation.Tanh,
        });
        network = network with { Train = network.Train with { Optimizer = optimizer, Epochs = 1, BatchSize = null } };

        double[]? own = await PredictAsync(native: true).ConfigureAwait(false);
        double[]? given = await PredictAsync(native: false).ConfigureAwait(false);
        if (own is null || given is null)
            return CheckFinding.Failed("a native fit from given weights gave no predictions");
        double largest = own.Zip(given, (one, two) => Math.Abs(one - two)).Max();
        return CheckFinding.From(largest < Tolerance
            ? null
            : FormattableString.Invariant(
                $"one native step leads to predictions that differ by up to {largest:g3} from those of one that is not native"));

        async Task<double[]?> PredictAsync(bool native)
        {
            var order = NpyArray.Matrix(1, TinyData.Rows, Enumerable.Range(0, TinyData.Rows).ToArray());
            var settings = new FitSettings { InitialWeights = GivenWeights.Arrays, BatchOrder = order, Native = native };
            return (await engine.FitAsync(network, data, settings, cancellation).ConfigureAwait(false)).Outcome.Predictions?.Values;
        }
    }
}
