using System.Numerics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Tabular;
using Spec = FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Gives a fitted network in the words of the protocol.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class FittedNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Queue<T[]> parameters;
    private readonly Queue<BatchNormalizationLayer<T>> normalizations;
    private int columns;

    private FittedNetwork(Network<T> network)
    {
        parameters = new Queue<T[]>(network.GetParameters());
        normalizations = new Queue<BatchNormalizationLayer<T>>(network.Layers.OfType<BatchNormalizationLayer<T>>());
        columns = network.Inputs;
    }

    /// <summary>The network as steps; a single output of two classes becomes two.</summary>
    /// <exception cref="UnsupportedException">It has a layer that no step stands for.</exception>
    public static FittedModel Of(Network<T> network, bool predictsClasses)
    {
        var given = new FittedNetwork<T>(network);
        Step[] steps = [.. network.Definitions.Where(layer => layer is not Dropout).Select(given.StepOf)];
        return new FittedModel(network.Inputs, predictsClasses && network.Outputs == 1 ? [.. steps, new TwoClassesStep()] : steps);
    }

    private Step StepOf(LayerDefinition layer) => layer switch
    {
        Dense dense => DenseOf(dense.Units),
        NeuralTangentDense dense => DenseOf(dense.Units),
        Activation activation => new ActivationStep(KindOf(activation.Kind), activation.Alpha),
        BatchNormalization normalization => Normalized(normalizations.Dequeue(), normalization.Epsilon),
        TabularEmbedding embedding => EmbedOf(embedding),
        FeatureScale => new ScaleStep(Next(columns)),
        ParametricActivation activation => new CurveStep(
            CurveOf(activation.Curve),
            activation.IsLearnt ? Next(columns) : NpyArray.Vector(Enumerable.Repeat(1f, columns).ToArray())),
        Clamp clamp => new ClampStep(RoundedOf(clamp.Lowest), RoundedOf(clamp.Highest)),
        _ => throw new UnsupportedException($"the fitted model of a network with a layer {layer.GetType().Name}"),
    };

    private DenseStep DenseOf(int units)
    {
        NpyArray weights = Next(columns, units);
        columns = units;
        return new DenseStep(weights, Next(units));
    }

    private ScaleStep Normalized(BatchNormalizationLayer<T> layer, double epsilon)
    {
        T[] statistics = layer.Statistics.ToArray(), gammas = parameters.Dequeue(), betas = parameters.Dequeue();
        double[] factors = new double[columns], shifts = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            factors[column] = double.CreateTruncating(gammas[column])
                / Math.Sqrt(double.CreateTruncating(statistics[columns + column]) + epsilon);
            shifts[column] =
                double.CreateTruncating(betas[column]) - (factors[column] * double.CreateTruncating(statistics[column]));
        }

        return new ScaleStep(NpyArray.Vector(factors), NpyArray.Vector(shifts));
    }

    private EmbedStep EmbedOf(TabularEmbedding embedding)
    {
        int[] all = [.. Enumerable.Range(0, columns)];
        int[] codes = Array.FindAll(all, column => embedding.Columns[column].Categories > 0);
        int[] indicators = Array.FindAll(all, column => embedding.Columns[column] is { Categories: 0, IsIndicator: true });
        int[] numbers = [.. all.Except(codes).Except(indicators)];
        const int Width = TabularEmbedding.Frequencies, Combinations = TabularEmbedding.Combinations;
        var step = new EmbedStep
        {
            Numbers = numbers,
            Indicators = indicators,
            Codes = codes,
            Cosines = embedding.Periodic && numbers.Length > 0
                ? new CosineTables(
                    Next(numbers.Length, Width), Next(numbers.Length, Width), Next(numbers.Length * Combinations, Width),
                    Next(numbers.Length, Combinations))
                : null,
            Tables =
                [.. codes.Select(column => Next(embedding.Columns[column].Categories + 1, TabularEmbedding.CategoryWidth))],
        };
        columns = step.OutputsOf(columns);
        return step;
    }

    private NpyArray Next(params int[] shape)
    {
        T[] values = parameters.Dequeue();
        return new NpyArray(shape, values);
    }

    // As the layer rounds it.
    private static double RoundedOf(double value) => double.CreateTruncating(T.CreateTruncating(value));

    private static Spec.Activation KindOf(ActivationKind kind) => kind switch
    {
        ActivationKind.Linear => Spec.Activation.Linear,
        ActivationKind.Sigmoid => Spec.Activation.Sigmoid,
        ActivationKind.Tanh => Spec.Activation.Tanh,
        ActivationKind.Relu => Spec.Activation.Relu,
        ActivationKind.LeakyRelu => Spec.Activation.LeakyRelu,
        ActivationKind.Softmax => Spec.Activation.Softmax,
        _ => throw new UnsupportedException($"the fitted model of a network with the activation {kind}"),
    };

    private static RealMlpActivation CurveOf(Curve curve) => curve switch
    {
        Curve.Relu => RealMlpActivation.Relu,
        Curve.Selu => RealMlpActivation.Selu,
        Curve.Mish => RealMlpActivation.Mish,
    };
}
