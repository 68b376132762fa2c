using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Models;
using Keras.Models;
using Numpy;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>
/// Puts weights into a built model: given ones, or those of the initialisations, where the layers ask for other than Keras's own.
/// </summary>
internal static class InitialWeights
{
    /// <summary>Places given weights, in the protocol's order.</summary>
    /// <exception cref="InvalidDataException">Their number does not fit the layers.</exception>
    public static void Place(Sequential model, NetworkSpec spec, IReadOnlyList<NpyArray> given)
    {
        List<NDarray> weights = model.GetWeights();
        int[] learned = [.. LearnedPositions(spec)];
        if (given.Count != learned.Length)
            throw new InvalidDataException($"initial_weights has {given.Count} arrays, the network has {learned.Length}.");
        for (int index = 0; index < learned.Length; index++)
            weights[learned[index]] = ToArray(given[index]);
        model.SetWeights(weights);
    }

    /// <summary>Draws the weights of dense layers whose initialisation is not Keras's own.</summary>
    public static void Draw(Sequential model, NetworkSpec spec, int inputs, int seed)
    {
        var random = new Random(seed);
        bool hiddenSigmoid = spec.Layers.Take(spec.Layers.Count - 1).Any(layer =>
            layer is DenseLayer { Activation: Activation.Sigmoid } or ActivationLayer { Activation: Activation.Sigmoid });
        List<NDarray> weights = model.GetWeights();
        int position = 0, width = inputs;
        foreach (LayerSpec layer in spec.Layers)
        {
            if (layer is BatchNormLayer)
                position += 4;
            if (layer is not DenseLayer dense)
                continue;
            if (dense.Init.Kind != InitializationKind.Default)
                (weights[position], weights[position + 1]) = Draw(dense, width, hiddenSigmoid, random);
            position += 2;
            width = dense.Units;
        }

        model.SetWeights(weights);
    }

    private static (NDarray Weights, NDarray Biases) Draw(DenseLayer dense, int inputs, bool hiddenSigmoid, Random random)
    {
        int units = dense.Units, both = inputs + units;
        (bool normal, double size, bool biasesToo) = dense.Init.Kind switch
        {
            InitializationKind.Normal => (true, dense.Init.Scale, false),
            InitializationKind.Uniform => (false, dense.Init.Scale, false),
            InitializationKind.XavierUniform => (false, Math.Sqrt(6.0 / both), false),
            InitializationKind.XavierNormal => (true, Math.Sqrt(2.0 / both), false),
            InitializationKind.HeUniform => (false, Math.Sqrt(6.0 / inputs), false),
            InitializationKind.HeNormal => (true, Math.Sqrt(2.0 / inputs), false),
            InitializationKind.Sklearn => (false, Math.Sqrt((hiddenSigmoid ? 2.0 : 6.0) / both), true),
            InitializationKind.Torch => (false, 1 / Math.Sqrt(inputs), true),
            _ => (false, 0, false),
        };
        float[] weights = Values(inputs * units, normal, size, random);
        float[] biases = Values(units, normal, biasesToo ? size : 0, random);
        return (np.array(weights).reshape(inputs, units), np.array(biases));
    }

    private static float[] Values(int count, bool normal, double size, Random random)
    {
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
            values[index] = (float)(size * (normal ? Gaussian(random) : (2 * random.NextDouble()) - 1));
        return values;
    }

    // Box and Muller (1958).
    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    // Keras lists a batch normalisation's scale, shift, running mean and running variance.
    private static IEnumerable<int> LearnedPositions(NetworkSpec spec)
    {
        int position = 0;
        foreach (LayerSpec layer in spec.Layers.Where(layer => layer is DenseLayer or BatchNormLayer))
        {
            yield return position;
            yield return position + 1;
            position += layer is BatchNormLayer ? 4 : 2;
        }
    }

    private static NDarray ToArray(NpyArray values)
    {
        NDarray<float> flat = np.array(values.ToSingles());
        return values.Shape.Count == 2 ? flat.reshape(values.Rows, values.Columns) : flat;
    }
}
