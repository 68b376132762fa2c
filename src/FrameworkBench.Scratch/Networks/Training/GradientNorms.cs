using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>The length of each layer's gradient, averaged over the batches of an epoch.</summary>
internal sealed class GradientNorms<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Network<T> network;
    private readonly (int Start, int Length)[] ranges;
    private readonly double[][] epochs;
    private int epoch;

    public GradientNorms(Network<T> network, int epochs)
    {
        this.network = network;
        var found = new List<(int, int)>();
        int offset = 0;
        foreach (Layer<T> layer in network.Layers)
        {
            int length = layer.ParameterLengths.Sum();
            if (length > 0)
                found.Add((offset, length));
            offset += length;
        }

        ranges = [.. found];
        this.epochs = new double[epochs][];
        for (int i = 0; i < epochs; i++)
            this.epochs[i] = new double[ranges.Length];
    }

    /// <summary>Takes in the gradients of a batch.</summary>
    public void AddBatch()
    {
        for (int i = 0; i < ranges.Length; i++)
        {
            double squares = 0;
            foreach (T value in network.Gradients.Span.Slice(ranges[i].Start, ranges[i].Length))
            {
                double gradient = double.CreateTruncating(value);
                squares += gradient * gradient;
            }

            epochs[epoch][i] += Math.Sqrt(squares);
        }
    }

    /// <summary>Turns the sums of this epoch into means.</summary>
    public void EndEpoch(int batches)
    {
        foreach (ref double norm in epochs[epoch].AsSpan())
            norm /= batches;
        epoch++;
    }

    /// <summary>The first epochs, epochs × parameterised layers.</summary>
    public IReadOnlyList<double[]> Take(int count) => epochs[..count];
}
