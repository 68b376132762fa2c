using System.Numerics;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Tests.Networks;

/// <summary>An activation inside its dense layer against the same two layers one after the other, bit by bit.</summary>
public class FusedActivationTests
{
    private static readonly (int Rows, int Inputs, int Units)[] Shapes =
        [(1, 1, 1), (3, 5, 4), (12, 7, 16), (13, 9, 17), (32, 64, 128), (25, 31, 33), (130, 300, 530), (30, 600, 100)];

    public static TheoryData<ActivationKind, double> Activations => new()
    {
        { ActivationKind.Linear, 0 }, { ActivationKind.Sigmoid, 0 }, { ActivationKind.Tanh, 0 }, { ActivationKind.Relu, 0 },
        { ActivationKind.LeakyRelu, 0.1 }, { ActivationKind.LeakyRelu, 0 }, { ActivationKind.LeakyRelu, -0.5 },
        { ActivationKind.Gelu, 0 },
    };

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_fused_activation_gives_outputs_and_gradients_of_the_separate_one_bit_by_bit(ActivationKind kind, double alpha)
    {
        foreach ((int rows, int inputs, int units) in Shapes)
        {
            Agree<float>(kind, alpha, rows, inputs, units);
            Agree<double>(kind, alpha, rows, inputs, units);
        }
    }

    [Fact]
    public void The_step_function_is_fused_too()
    {
        var network = new Network<double>(1, [new Dense(3), new Activation(ActivationKind.Step), new Dropout(0)]);
        network.SetParameters([[1, -1, 2], [0, 0, -1]]);
        Assert.Equal(2, network.Layers.Length);
        Assert.Equal([1, 0, 1, 0, 1, 0], network.Predict([0.5, -0.5]));
    }

    [Fact]
    public void The_last_activation_and_every_softmax_stay_apart()
    {
        LayerDefinition[] definitions =
        [
            new Dense(4), new Activation(ActivationKind.Relu), new Dense(4), new Activation(ActivationKind.Softmax),
            new Dense(4), new Dropout(0.5), new Activation(ActivationKind.Tanh), new Dense(2), new Activation(ActivationKind.Sigmoid),
        ];
        Assert.Equal(8, new Network<float>(3, definitions).Layers.Length);
    }

    private static void Agree<T>(ActivationKind kind, double alpha, int rows, int inputs, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A dropout that drops nothing keeps the two layers apart.
        var activation = new Activation(kind, alpha);
        var fused = new Network<T>(inputs, [new Dense(units, Initialization.Torch), activation, new Dense(2)], seed: 4);
        var separate = new Network<T>(
            inputs, [new Dense(units, Initialization.Torch), new Dropout(0), activation, new Dense(2)], seed: 4);
        T[] x = Numbers<T>(rows * inputs, 1);
        T[] y = Numbers<T>(rows * 2, 2);
        Assert.Equal(separate.Predict(x), fused.Predict(x));
        Assert.Equal(Learn(separate, x, y, rows), Learn(fused, x, y, rows));
        Assert.Equal(separate.Gradients.Span.ToArray(), fused.Gradients.Span.ToArray());
    }

    private static double Learn<T>(Network<T> network, T[] x, T[] y, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var loss = LossFunction<T>.Create(Loss.MeanSquaredError, network.Definitions[^1]);
        network.Reserve(rows);
        return network.Learn(x, y, rows, loss, ForwardMode.Inference);
    }

    private static T[] Numbers<T>(int count, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.NextGaussian()))];
    }
}
