using System.Numerics;
using FrameworkBench.Scratch.Networks.Initializations;

namespace FrameworkBench.Scratch.Networks.Layers;

/// <summary>Makes layers at work from their definitions.</summary>
internal static class LayerFactory
{
    /// <summary>
    /// The layers of a network with this many inputs. A dense layer and the activation behind it become one; only the
    /// network's last activation stays apart, because a loss may ask for what goes into it.
    /// </summary>
    /// <exception cref="ArgumentException">A definition is not possible; the message names the layer.</exception>
    public static Layer<T>[] Create<T>(int inputs, IReadOnlyList<LayerDefinition> definitions)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool hiddenSigmoid = HasHiddenSigmoid(definitions);
        var layers = new List<Layer<T>>(definitions.Count);
        int columns = inputs;
        for (int i = 0; i < definitions.Count; i++)
        {
            if (definitions[i] is Dense dense)
            {
                bool isFollowed = IsFused(definitions, i);
                layers.Add(Create<T>(dense, isFollowed ? (Activation)definitions[i + 1] : null, columns, hiddenSigmoid, i));
                if (isFollowed)
                    i++;
            }
            else
            {
                layers.Add(Create<T>(definitions[i], columns, i));
            }

            columns = layers[^1].Outputs;
        }

        Layer<T>[] dropping = [.. layers.Where(layer => layer.Drops)];
        for (int number = 0; number < dropping.Length; number++)
            dropping[number].DropoutNumber = number;

        return [.. layers];
    }

    /// <summary>How many layers at work the first definitions of a network become.</summary>
    public static int DepthOf(IReadOnlyList<LayerDefinition> definitions, int first)
    {
        int depth = 0;
        for (int i = 0; i < first; i++)
        {
            depth++;
            if (IsFused(definitions, i))
                i++;
        }

        return depth;
    }

    private static bool IsFused(IReadOnlyList<LayerDefinition> definitions, int at) =>
        definitions[at] is Dense && at + 2 < definitions.Count && definitions[at + 1] is Activation { Kind: not ActivationKind.Softmax };

    private static Layer<T> Create<T>(Dense dense, Activation? activation, int columns, bool hiddenSigmoid, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (dense.Units < 1)
            throw Impossible(index, $"a dense layer needs at least 1 unit, not {dense.Units}");
        var around = new DenseAround<T>(columns, dense.Units, dense.Weights ?? Initialization.XavierUniform, hiddenSigmoid);
        return activation is null
            ? around.Make(default(ActivationFunctions.Linear<T>))
            : Choose<T, DenseAround<T>>(activation, around, index + 1);
    }

    private static Layer<T> Create<T>(LayerDefinition definition, int columns, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => definition switch
        {
            Dropout { Rate: not (>= 0 and < 1) } dropout =>
                throw Impossible(index, $"the dropout rate is {dropout.Rate}; it must be at least 0 and less than 1"),
            Dropout dropout => new DropoutLayer<T>(columns, dropout.Rate),
            BatchNormalization { Momentum: not (>= 0 and <= 1) } normalization =>
                throw Impossible(index, $"batch normalisation's momentum is {normalization.Momentum}; it must be from 0 to 1"),
            BatchNormalization { Epsilon: not > 0 } normalization =>
                throw Impossible(index, $"batch normalisation's epsilon is {normalization.Epsilon}; it must be greater than 0"),
            BatchNormalization normalization =>
                new BatchNormalizationLayer<T>(columns, normalization.Momentum, normalization.Epsilon),
            Activation { Kind: ActivationKind.Softmax } => new SoftmaxLayer<T>(columns),
            Activation activation => Choose<T, Alone<T>>(activation, new Alone<T>(columns), index),
            _ => definition.Make<T>(columns) ?? throw Impossible(index, $"'{definition.GetType().Name}' is not a layer"),
        };

    // From the activation as data to its type, which the layer is compiled with.
    private static Layer<T> Choose<T, TMaker>(Activation activation, TMaker maker, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TMaker : struct, IMaker<T> => activation.Kind switch
        {
            ActivationKind.Linear => maker.Make(default(ActivationFunctions.Linear<T>)),
            ActivationKind.Step => maker.Make(default(ActivationFunctions.Step<T>)),
            ActivationKind.Sigmoid => maker.Make(default(ActivationFunctions.Sigmoid<T>)),
            ActivationKind.Tanh => maker.Make(default(ActivationFunctions.Tanh<T>)),
            ActivationKind.Relu => maker.Make(default(ActivationFunctions.Relu<T>)),
            ActivationKind.LeakyRelu => maker.Make(new ActivationFunctions.LeakyRelu<T>(activation.Alpha)),
            ActivationKind.Gelu => maker.Make(default(ActivationFunctions.Gelu<T>)),
            _ => throw Impossible(index, $"'{activation.Kind}' is not an activation"),
        };

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

    private interface IMaker<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Layer<T> Make<TActivation>(TActivation activation)
            where TActivation : struct, IActivation<T>;
    }

    private readonly record struct DenseAround<T>(int Inputs, int Units, Initialization Weights, bool HiddenSigmoid) : IMaker<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public Layer<T> Make<TActivation>(TActivation activation)
            where TActivation : struct, IActivation<T> =>
            new DenseLayer<T, TActivation>(Inputs, Units, Weights, HiddenSigmoid, activation);
    }

    private readonly record struct Alone<T>(int Units) : IMaker<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public Layer<T> Make<TActivation>(TActivation activation)
            where TActivation : struct, IActivation<T> => new ElementwiseLayer<T, TActivation>(Units, activation);
    }
}
