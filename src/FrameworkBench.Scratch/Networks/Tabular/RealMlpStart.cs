using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Training;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular;

/// <summary>Draws where the layers of a RealMLP start.</summary>
internal sealed class RealMlpStart<T>(Network<T> network, ulong seed)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Rows whose weighted sums a bias starts from.
    private const int SimplexRows = 5;

    private readonly RandomSource random = new(seed, RandomStreams.TabularStart);

    /// <summary>θ and biases from N(0, 1), the output layer zero.</summary>
    public void DrawNormal()
    {
        List<(Layer<T> Layer, int Offset)> dense = [.. Dense()];
        foreach ((Layer<T> layer, int offset) in dense.SkipLast(1))
        {
            int weights = layer.Inputs * layer.Outputs;
            Gaussian(network.Parameters.Span.Slice(offset, weights), 1 / Math.Sqrt(layer.Inputs));
            Gaussian(network.Parameters.Span.Slice(offset + weights, layer.Outputs), 1);
        }
    }

    /// <summary>
    /// θ from N(0, 1), each column then divided by the standard deviation of what it gives over the rows; biases that are minus a random
    /// convex combination of what five rows give ("he+5"). Layer by layer, so that each sees what the ones before it make of the rows.
    /// </summary>
    public void FollowData(Samples<T> training)
    {
        int rows = training.Rows, widest = network.Layers.Max(layer => layer.Outputs);
        var arriving = new AlignedBuffer<T>(rows * Math.Max(widest, network.Inputs));
        var leaving = new AlignedBuffer<T>(rows * widest);
        training.Inputs.CopyTo(arriving.Span);
        var dense = Dense().ToDictionary(pair => pair.Layer, pair => pair.Offset);
        foreach (Layer<T> layer in network.Layers.Where(layer => layer is not SoftmaxLayer<T>))
        {
            if (dense.TryGetValue(layer, out int offset))
                Start(layer, offset, arriving, leaving, rows);
            layer.Forward(arriving.From(0), leaving.From(0), rows, ForwardMode.Inference);
            (arriving, leaving) = (leaving, arriving);
        }
    }

    private void Start(Layer<T> layer, int offset, AlignedBuffer<T> input, AlignedBuffer<T> sums, int rows)
    {
        int units = layer.Outputs;
        Span<T> weights = network.Parameters.Span.Slice(offset, layer.Inputs * units);
        Span<T> biases = network.Parameters.Span.Slice(offset + weights.Length, units);
        Gaussian(weights, 1 / Math.Sqrt(layer.Inputs));
        biases.Clear();
        layer.Forward(input.From(0), sums.From(0), rows, ForwardMode.Inference);
        double[] scales = [.. Enumerable.Range(0, units).Select(unit => ScaleOf(sums.Span, unit, units, rows))];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = T.CreateTruncating(double.CreateTruncating(weights[i]) / scales[i % units]);
        for (int unit = 0; unit < units; unit++)
            biases[unit] = T.CreateTruncating(-Combination(sums.Span, unit, units, rows) / scales[unit]);
    }

    // Sums that do not differ, as of inputs that are all zero, have no scale.
    private static double ScaleOf(ReadOnlySpan<T> sums, int unit, int units, int rows)
    {
        double mean = 0, squares = 0;
        for (int row = 0; row < rows; row++)
            mean += double.CreateTruncating(sums[(row * units) + unit]) / rows;
        for (int row = 0; row < rows; row++)
        {
            double difference = double.CreateTruncating(sums[(row * units) + unit]) - mean;
            squares += difference * difference;
        }

        double scale = Math.Sqrt(squares / rows);
        return scale > 0 ? scale : 1;
    }

    private double Combination(ReadOnlySpan<T> sums, int unit, int units, int rows)
    {
        double total = 0, combined = 0;
        for (int i = 0; i < SimplexRows; i++)
        {
            double weight = -Math.Log(1 - random.NextDouble());
            total += weight;
            combined += weight * double.CreateTruncating(sums[(random.NextInt32(rows) * units) + unit]);
        }

        return combined / total;
    }

    private void Gaussian(Span<T> values, double sigma)
    {
        foreach (ref T value in values)
            value = T.CreateTruncating(sigma * random.NextGaussian());
    }

    private IEnumerable<(Layer<T> Layer, int Offset)> Dense()
    {
        int offset = 0;
        foreach (Layer<T> layer in network.Layers)
        {
            if (layer is DenseLayer<T, ActivationFunctions.Linear<T>>)
                yield return (layer, offset);
            offset += layer.ParameterLengths.Sum();
        }
    }
}
