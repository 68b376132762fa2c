using System.Numerics;
using FrameworkBench.Scratch.Networks.Initializations;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>Makes layers at work from their definitions.</summary>
internal static class LayerFactory
{
    /// <summary>The layers of a network with this many inputs.</summary>
    /// <exception cref="ArgumentException">A definition is not possible; the message names the layer.</exception>
    public static Layer<T>[] Create<T>(int inputs, IReadOnlyList<LayerDefinition> definitions)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool hiddenSigmoid = HasHiddenSigmoid(definitions);
        var layers = new Layer<T>[definitions.Count];
        int columns = inputs;
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i] = Create<T>(definitions[i], columns, hiddenSigmoid, i);
            columns = layers[i].Outputs;
        }

        return layers;
    }

    private static Layer<T> Create<T>(LayerDefinition definition, int columns, bool hiddenSigmoid, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => definition switch
        {
            Dense { Units: < 1 } dense => throw Impossible(index, $"a dense layer needs at least 1 unit, not {dense.Units}"),
            Dense dense => new DenseLayer<T>(
                columns, dense.Units, dense.Weights ?? Initialization.XavierUniform, hiddenSigmoid),
            Dropout { Rate: not (>= 0 and < 1) } dropout =>
                throw Impossible(index, $"the dropout rate is {dropout.Rate}; it must be at least 0 and less than 1"),
            Dropout dropout => new DropoutLayer<T>(columns, dropout.Rate),
            BatchNormalization { Momentum: not (>= 0 and <= 1) } normalization =>
                throw Impossible(index, $"batch normalisation's momentum is {normalization.Momentum}; it must be from 0 to 1"),
            BatchNormalization { Epsilon: not > 0 } normalization =>
                throw Impossible(index, $"batch normalisation's epsilon is {normalization.Epsilon}; it must be greater than 0"),
            BatchNormalization normalization =>
                new BatchNormalizationLayer<T>(columns, normalization.Momentum, normalization.Epsilon),
            Activation activation => Activate<T>(activation, columns, index),
            _ => throw Impossible(index, $"'{definition.GetType().Name}' is not a layer"),
        };

    private static Layer<T> Activate<T>(Activation activation, int columns, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => activation.Kind switch
        {
            ActivationKind.Linear => Of<T, ActivationFunctions.Linear<T>>(columns, default),
            ActivationKind.Step => Of<T, ActivationFunctions.Step<T>>(columns, default),
            ActivationKind.Sigmoid => Of<T, ActivationFunctions.Sigmoid<T>>(columns, default),
            ActivationKind.Tanh => Of<T, ActivationFunctions.Tanh<T>>(columns, default),
            ActivationKind.Relu => Of<T, ActivationFunctions.Relu<T>>(columns, default),
            ActivationKind.LeakyRelu => Of<T, ActivationFunctions.LeakyRelu<T>>(
                columns, new ActivationFunctions.LeakyRelu<T>(activation.Alpha), slopeTakesInput: true),
            ActivationKind.Gelu => Of<T, ActivationFunctions.Gelu<T>>(columns, default, slopeTakesInput: true),
            ActivationKind.Softmax => new SoftmaxLayer<T>(columns),
            _ => throw Impossible(index, $"'{activation.Kind}' is not an activation"),
        };

    private static ElementwiseLayer<T, TFunction, TFunction> Of<T, TFunction>(
        int columns, TFunction function, bool slopeTakesInput = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, Numerics.IElementwise<T>, Numerics.IElementwisePair<T> =>
        new(columns, function, function, slopeTakesInput);

    // scikit-learn has one activation for all hidden layers: the first one that is not the network's last.
    private static bool HasHiddenSigmoid(IReadOnlyList<LayerDefinition> definitions)
    {
        for (int i = 0; i < definitions.Count - 1; i++)
        {
            if (definitions[i] is Activation activation)
                return activation.Kind == ActivationKind.Sigmoid;
        }

        return false;
    }

    private static ArgumentException Impossible(int index, string reason) =>
        new($"Layer {index + 1}: {reason}.");
}
