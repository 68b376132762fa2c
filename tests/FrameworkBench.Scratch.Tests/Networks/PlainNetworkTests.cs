using System.Numerics;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Plain;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

/// <summary>The fast network against the plain one: same weights, same batches, so the same outputs, gradients and weights.</summary>
public class PlainNetworkTests
{
    private const int Rows = 23;
    private const int BatchRows = 7;
    private const int Epochs = 3;
    private const int Inputs = 5;
    private const int Outputs = 3;

    private static readonly Activation Tanh = new(ActivationKind.Tanh);
    private static readonly Activation Softmax = new(ActivationKind.Softmax);

    public static TheoryData<ActivationKind, double> Activations => new()
    {
        { ActivationKind.Linear, 0 }, { ActivationKind.Sigmoid, 0 }, { ActivationKind.Tanh, 0 }, { ActivationKind.Relu, 0 },
        { ActivationKind.LeakyRelu, 0.1 }, { ActivationKind.LeakyRelu, -0.5 }, { ActivationKind.Gelu, 0 }, { ActivationKind.Softmax, 0 },
    };

    public static TheoryData<OptimizerDefinition> Optimizers =>
    [
        new GradientDescent(0.3), new Momentum(0.1), new Momentum(0.1, 0.8, Nesterov: true), new RmsProp(0.01), new Adam(0.01),
        new AdamW(0.01, WeightDecay: 0.1),
    ];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_within_and_behind_dense_layers_is_the_plain_one(ActivationKind kind, double slope)
    {
        var activation = new Activation(kind, slope);
        Agree([Units(17), activation, Units(4), activation, Units(Outputs), Softmax], Loss.CategoricalCrossEntropy);
        Agree([activation, Units(Outputs), activation], Loss.MeanSquaredError);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Single_precision_differs_from_the_plain_network_by_its_rounding_alone(ActivationKind kind, double slope)
    {
        LayerDefinition[] layers = [Units(17), new Activation(kind, slope), Units(Outputs), Softmax];
        Agree<float>(layers, Loss.CategoricalCrossEntropy, new GradientDescent(0.3), tolerance: 1e-5);
    }

    [Theory]
    [InlineData(Loss.BinaryCrossEntropy, ActivationKind.Sigmoid)]
    [InlineData(Loss.BinaryCrossEntropy, ActivationKind.Softmax)]
    [InlineData(Loss.CategoricalCrossEntropy, ActivationKind.Softmax)]
    [InlineData(Loss.CategoricalCrossEntropy, ActivationKind.Sigmoid)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Linear)]
    [InlineData(Loss.MeanSquaredError, ActivationKind.Softmax)]
    public void Every_loss_is_the_plain_one_computed_from_logits_or_not(Loss loss, ActivationKind last) =>
        Agree([Units(8), Tanh, Units(Outputs), new Activation(last)], loss);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimizer_moves_the_weights_as_the_plain_one_does(OptimizerDefinition optimizer) =>
        Agree<double>([Units(8), Tanh, Units(Outputs), Softmax], Loss.CategoricalCrossEntropy, optimizer, tolerance: 1e-12);

    [Fact]
    public void Dropout_of_given_masks_is_the_plain_one() => Agree(
        [new Dropout(0.2), Units(9), Tanh, new Dropout(0.5), Units(Outputs), Softmax], Loss.CategoricalCrossEntropy);

    [Fact]
    public void The_step_function_is_the_plain_one()
    {
        LayerDefinition[] layers = [Units(9), new Activation(ActivationKind.Step), Units(Outputs)];
        var network = new Network<double>(Inputs, layers, seed: 3);
        PlainNetwork plain = Plain(network, masks: []);
        double[] x = Examples.Gaussians(Rows * Inputs, 1);
        GoldenNetworks.AssertClose([.. x.Chunk(Inputs).SelectMany(row => plain.Forward(row))], network.Predict(x), 1e-14, "outputs");
    }

    private static Dense Units(int units) => new(units, Initialization.Torch);

    private static void Agree(LayerDefinition[] layers, Loss loss) =>
        Agree<double>(layers, loss, new GradientDescent(0.3), tolerance: 1e-12);

    private static void Agree<T>(LayerDefinition[] layers, Loss loss, OptimizerDefinition optimizer, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new Network<T>(Inputs, layers, seed: 3);
        bool[][] masks = [.. layers.OfType<Dropout>().Select((_, number) => Mask(network, number))];
        PlainNetwork plain = Plain(network, masks);
        var samples = new Samples<T>(Numbers<T>(Examples.Gaussians(Rows * Inputs, 1)), Numbers<T>(Examples.OneHot(Rows, Outputs, 2)), Rows);
        double[][] x = [.. Doubles(samples.Inputs).Chunk(Inputs)], y = [.. Doubles(samples.Targets).Chunk(Outputs)];

        if (masks.Length == 0)
            AgreeInGradients(network, plain, samples, loss, tolerance);
        var options = new TrainingOptions
        {
            Loss = loss,
            Optimizer = optimizer,
            Epochs = Epochs,
            BatchSize = BatchRows,
            Shuffle = false,
            DropoutMasks = masks,
        };
        double[] losses = [.. new Trainer<T>(options).Train(network, samples).History.Select(epoch => epoch.TrainingLoss)];

        var plainOptimizer = new PlainOptimizer(optimizer);
        double Epoch() => x.Chunk(BatchRows).Zip(y.Chunk(BatchRows)).Sum(batch =>
            plain.Learn(batch.First, batch.Second, loss, plainOptimizer) * batch.First.Length / Rows);
        GoldenNetworks.AssertClose([.. Enumerable.Range(0, Epochs).Select(_ => Epoch())], losses, tolerance, "losses");
        GoldenNetworks.AssertClose(
            [.. x.SelectMany(row => plain.Forward(row))], Doubles(network.Predict(samples.Inputs)), tolerance, "outputs");
        GoldenNetworks.AssertClose(
            Flat(plain, parameter => parameter.Value), Doubles(network.Parameters.Span.ToArray()), tolerance, "weights");
    }

    private static void AgreeInGradients<T>(Network<T> network, PlainNetwork plain, Samples<T> samples, Loss loss, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        network.Reserve(Rows);
        var function = LossFunction<T>.Create(loss, network.Definitions[^1]);
        double value = network.Learn(samples.Inputs, samples.Targets, Rows, function, new ForwardMode(Training: true, Dropout: null));
        double expected = plain.Backward([.. Doubles(samples.Inputs).Chunk(Inputs)], [.. Doubles(samples.Targets).Chunk(Outputs)], loss);
        Assert.Equal(expected, value, tolerance);
        GoldenNetworks.AssertClose(
            Flat(plain, parameter => parameter.Gradient), Doubles(network.Gradients.Span.ToArray()), tolerance, "gradients");
    }

    private static PlainNetwork Plain<T>(Network<T> network, bool[][] masks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameters = new Queue<double[]>(network.GetParameters().Select(Doubles));
        var keeps = new Queue<bool[]>(masks);
        return new PlainNetwork([.. network.Definitions.Select(Layer)]);

        PlainLayer Layer(LayerDefinition definition) => definition switch
        {
            Dense => new PlainDense(parameters.Dequeue(), parameters.Dequeue()),
            Activation activation => new PlainActivation(activation.Kind, activation.Alpha),
            Dropout dropout => new PlainDropout(dropout.Rate, keeps.Peek().Chunk(keeps.Dequeue().Length / (Epochs * Rows))),
            _ => throw new NotSupportedException(definition.ToString()),
        };
    }

    private static bool[] Mask<T>(Network<T> network, int number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int units = network.Layers.OfType<DropoutLayer<T>>().ElementAt(number).Outputs;
        return [.. Examples.Bits(Epochs * Rows * units, (ulong)number + 4).Select(bit => bit > 0)];
    }

    private static double[] Flat(PlainNetwork plain, Func<PlainParameter, double[]> part) => [.. plain.Parameters.SelectMany(part)];

    private static double[] Doubles<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(values, double.CreateTruncating);

    private static T[] Numbers<T>(double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(values, T.CreateTruncating);
}
