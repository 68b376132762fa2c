using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Parity;

/// <summary>Where every engine starts from in parity mode, and in which order it sees the rows.</summary>
/// <param name="Weights">Per layer in order: dense W (inputs × units), then b; batch normalisation scale, then shift.</param>
/// <param name="BatchOrder">Epochs × training rows.</param>
public sealed record ParityStart(IReadOnlyList<NpyArray> Weights, NpyArray BatchOrder)
{
    /// <summary>Draws a start: Xavier uniform weights, rounded to 32 bits so that both float widths start alike; small biases; unit scales.</summary>
    /// <param name="network">The network, its layer widths filled in.</param>
    /// <param name="inputs">Input columns.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="precision">The float width of the arrays.</param>
    /// <param name="seed">Seeds the drawing; the same for every engine and width.</param>
    public static ParityStart Draw(NetworkSpec network, int inputs, int rows, Precision precision, int seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        var random = new Random(seed);
        var weights = new List<NpyArray>();
        int width = inputs;
        foreach (LayerSpec layer in network.Layers)
        {
            if (layer is DenseLayer dense)
            {
                double limit = Math.Sqrt(6.0 / (width + dense.Units));
                weights.Add(Matrix(width, dense.Units, _ => limit * ((2 * random.NextDouble()) - 1)));
                weights.Add(Vector(dense.Units, _ => 0.1 * ((2 * random.NextDouble()) - 1)));
                width = dense.Units;
            }
            else if (layer is BatchNormLayer)
            {
                weights.Add(Vector(width, _ => 1));
                weights.Add(Vector(width, _ => 0));
            }
        }

        return new ParityStart(weights, DrawOrder(network.Train, rows, random));

        NpyArray Matrix(int height, int columns, Func<int, double> draw) => NpyArray.Matrix(height, columns, Values(height * columns, draw));

        NpyArray Vector(int length, Func<int, double> draw) => NpyArray.Vector(Values(length, draw));

        Array Values(int count, Func<int, double> draw)
        {
            float[] singles = [.. Enumerable.Range(0, count).Select(i => (float)draw(i))];
            return precision == Precision.Float32 ? singles : Array.ConvertAll(singles, single => (double)single);
        }
    }

    private static NpyArray DrawOrder(TrainingSpec train, int rows, Random random)
    {
        int[] order = new int[train.Epochs * rows];
        for (int epoch = 0; epoch < train.Epochs; epoch++)
        {
            Span<int> ofEpoch = order.AsSpan(epoch * rows, rows);
            for (int row = 0; row < rows; row++)
                ofEpoch[row] = row;
            if (train.Shuffle)
                random.Shuffle(ofEpoch);
        }

        return NpyArray.Matrix(train.Epochs, rows, order);
    }
}
