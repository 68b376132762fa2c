using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Tests;

/// <summary>What the scratch engine measures of a network beside its fit.</summary>
public sealed class ScratchMeasuresTests(ScratchMeasuresTests.Engine engine) : IClassFixture<ScratchMeasuresTests.Engine>
{
    private static readonly Table Clouds = Table.Clouds(3, 61, 0.5);

    [Fact]
    public async Task Back_propagation_agrees_with_numeric_differences_of_a_small_network_in_double()
    {
        IReadOnlyDictionary<string, double> measures = await Measure(
            Net(Activation.Tanh, InitializationKind.XavierUniform), Precision.Float64);

        Assert.InRange(measures["gradient_error"], 0, 1e-8);
    }

    [Fact]
    public async Task Numeric_differences_are_taken_neither_in_float_nor_of_large_networks()
    {
        Assert.DoesNotContain("gradient_error", await Measure(Net(Activation.Tanh, InitializationKind.XavierUniform), Precision.Float32));
        Assert.DoesNotContain(
            "gradient_error", await Measure(Net(Activation.Tanh, InitializationKind.XavierUniform, units: 300), Precision.Float64));
    }

    [Fact]
    public async Task From_zero_weights_no_gradient_reaches_the_first_layer()
    {
        IReadOnlyDictionary<string, double> measures = await Measure(Net(Activation.Tanh, InitializationKind.Zero));

        Assert.Equal(0, measures["gradient_norm_1"]);
        Assert.InRange(measures["gradient_norm_2"], 1e-6, 10);
    }

    [Theory]
    [InlineData(Activation.Relu, 1)]
    [InlineData(Activation.LeakyRelu, 0)]
    public async Task A_unit_that_no_row_fires_is_dead_unless_it_leaks(Activation activation, double share)
    {
        int features = Clouds.Features;
        NpyArray[] weights =
        [
            NpyArray.Matrix(features, 4, new double[features * 4]), NpyArray.Vector(Enumerable.Repeat(-5.0, 4).ToArray()),
            NpyArray.Matrix(4, 3, new double[12]), NpyArray.Vector(new double[3]),
        ];

        IReadOnlyDictionary<string, double> measures = await Measure(Net(activation, InitializationKind.Zero, units: 4), weights: weights);

        Assert.Equal(share, measures["dead_units"]);
    }

    private static NetworkSpec Net(Activation activation, InitializationKind init, int units = 6) => new()
    {
        Layers =
        [
            new DenseLayer { Units = units, Activation = activation, Init = new(init) },
            new DenseLayer { Units = 3, Activation = Activation.Softmax, Init = new(init) },
        ],
        Train = new() { Loss = Loss.CategoricalCrossEntropy, Optimizer = Optimizer.GradientDescent, LearningRate = 1e-3, Epochs = 2 },
    };

    private async Task<IReadOnlyDictionary<string, double>> Measure(
        NetworkSpec network, Precision precision = Precision.Float64, NpyArray[]? weights = null)
    {
        (Reply reply, _) = await engine.FitAsync(network, Clouds, precision, weights);
        return Assert.IsType<FittedReply>(reply).Measures;
    }

    public sealed class Engine() : LiveEngine("scratch");
}
