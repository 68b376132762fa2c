using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Engines.Parity;

/// <summary>Where every engine starts from in parity mode, and in which order it sees the rows.</summary>
/// <param name="Weights">
/// Of a network, per layer in order: dense W (inputs × units), then b; batch normalisation scale, then shift. Of a network for tables in
/// the order of docs/model-spec.md.
/// </param>
/// <param name="BatchOrder">Epochs × training rows.</param>
/// <param name="DropoutMasks">Per dropout layer in order, (epochs · training rows) × units in the order of visiting: 1 keeps a
/// value.</param>
public sealed record ParityStart(IReadOnlyList<NpyArray> Weights, NpyArray BatchOrder, IReadOnlyList<NpyArray> DropoutMasks)
{
    /// <summary>
    /// Draws a start: Xavier uniform weights, rounded to 32 bits so that both float widths start alike; small biases; unit scales.
    /// </summary>
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

        NpyArray order = DrawOrder(network.Train.Epochs, network.Train.Shuffle, rows, random);
        return new ParityStart(weights, order, DrawMasks(network, inputs, network.Train.Epochs * rows, random));

        NpyArray Matrix(int height, int columns, Func<int, double> draw) =>
            NpyArray.Matrix(height, columns, Values(height * columns, draw));

        NpyArray Vector(int length, Func<int, double> draw) => NpyArray.Vector(Values(length, draw));

        Array Values(int count, Func<int, double> draw)
        {
            float[] singles = [.. Enumerable.Range(0, count).Select(i => (float)draw(i))];
            return precision == Precision.Float32 ? singles : Array.ConvertAll(singles, single => (double)single);
        }
    }

    /// <summary>The same start, each weight moved to one of the next floats or left where it is: a rounding's worth.</summary>
    /// <param name="seed">Seeds which way each goes.</param>
    public ParityStart Nudged(int seed)
    {
        var random = new Random(seed);
        return this with { Weights = [.. Weights.Select(weights => weights with { Values = Moved(weights.Values) })] };

        Array Moved(Array values) => values is float[] singles
            ? Array.ConvertAll(
                singles, value => random.Next(3) switch { 0 => MathF.BitDecrement(value), 1 => MathF.BitIncrement(value), _ => value })
            : Array.ConvertAll(
                (double[])values,
                value => random.Next(3) switch { 0 => Math.BitDecrement(value), 1 => Math.BitIncrement(value), _ => value });
    }

    /// <summary>The start of one epoch in which each row is visited several times, once in each of as many rounds.</summary>
    public ParityStart Repeated(int copies)
    {
        if (copies == 1)
            return this;
        int rows = BatchOrder.Columns;
        int[] order = [.. Enumerable.Range(0, copies).SelectMany(copy => BatchOrder.ToIntegers().Select(row => row + (copy * rows)))];
        return this with { BatchOrder = NpyArray.Matrix(1, copies * rows, order), DropoutMasks = [.. DropoutMasks.Select(Repeat)] };

        NpyArray Repeat(NpyArray masks) =>
            NpyArray.Matrix(
                copies * rows, masks.Columns, Enumerable.Repeat(masks.ToIntegers(), copies).SelectMany(values => values).ToArray());
    }

    private static List<NpyArray> DrawMasks(NetworkSpec network, int inputs, int visits, Random random)
    {
        var masks = new List<NpyArray>();
        int width = inputs;
        foreach (LayerSpec layer in network.Layers)
        {
            if (layer is DenseLayer dense)
                width = dense.Units;
            else if (layer is DropoutLayer dropout)
                masks.Add(DrawMask(visits, width, dropout.Rate, random));
        }

        return masks;
    }

    /// <summary>What a dropout layer keeps in each visit of a row.</summary>
    internal static NpyArray DrawMask(int visits, int units, double rate, Random random) => NpyArray.Matrix(
        visits, units, Enumerable.Range(0, visits * units).Select(_ => random.NextDouble() < rate ? 0 : 1).ToArray());

    /// <summary>The rows of each epoch in their order, or shuffled.</summary>
    internal static NpyArray DrawOrder(int epochs, bool shuffle, int rows, Random random)
    {
        int[] order = new int[epochs * rows];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Span<int> ofEpoch = order.AsSpan(epoch * rows, rows);
            for (int row = 0; row < rows; row++)
                ofEpoch[row] = row;
            if (shuffle)
                random.Shuffle(ofEpoch);
        }

        return NpyArray.Matrix(epochs, rows, order);
    }
}
