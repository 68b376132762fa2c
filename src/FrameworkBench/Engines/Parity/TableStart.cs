using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Engines.Parity;

/// <summary>
/// Draws starts of networks for tables, in the order of docs/model-spec.md, rounded to 32 bits so that both float widths start alike. The
/// numbers are as large as those of a start of their own; what depends on the rows there is drawn here without them.
/// </summary>
/// <param name="precision">The float width of the arrays.</param>
/// <param name="seed">Seeds the drawing; the same for every engine and width.</param>
internal sealed class TableStart(Precision precision, int seed)
{
    private const int Frequencies = 16;
    private const int EmbeddedValues = 3;
    private const int EmbeddingWidth = 8;
    private const double SmallBias = 0.1;

    private readonly Random random = new(seed);
    private readonly List<NpyArray> weights = [];

    /// <summary>The start of a RealMLP.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="columns">The prepared columns.</param>
    /// <param name="outputs">Classes, or 1 for values.</param>
    /// <param name="rows">Training rows.</param>
    public ParityStart Draw(RealMlpSpec spec, IReadOnlyList<FeatureColumn> columns, int outputs, int rows)
    {
        int numeric = columns.Count(column => column is { Categories: 0, Indicator: false });
        int[] categories = [.. columns.Select(column => column.Categories).Where(count => count > 0)];
        int width = columns.Count - categories.Length + (EmbeddingWidth * categories.Length);
        if (spec.NumericEmbedding == NumericEmbedding.Pbld && numeric > 0)
        {
            double bound = 1 / Math.Sqrt(Frequencies);
            Add(() => spec.FrequencyScale * Normal(), numeric, Frequencies);
            Add(() => Uniform(Math.PI), numeric, Frequencies);
            Add(() => Uniform(bound), numeric, EmbeddedValues, Frequencies);
            Add(() => Uniform(bound), numeric, EmbeddedValues);
            width += EmbeddedValues * numeric;
        }

        foreach (int count in categories)
            Add(Normal, count + 1, EmbeddingWidth);
        if (spec.InputScale)
            Add(One, width);
        foreach (int units in spec.Hidden)
        {
            AddLayer(width, units);
            if (spec.ParametricActivation)
                Add(One, units);
            width = units;
        }

        AddLayer(width, outputs);
        return Started(spec.Epochs, rows, spec.Dropout, spec.Hidden);

        void AddLayer(int inputs, int units)
        {
            Add(Normal, inputs, units);
            Add(() => Uniform(SmallBias), units);
        }
    }

    /// <summary>The start of a TabM.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="inputs">Prepared columns.</param>
    /// <param name="outputs">Classes, or 1 for values.</param>
    /// <param name="rows">Training rows.</param>
    public ParityStart Draw(TabMSpec spec, int inputs, int outputs, int rows)
    {
        int width = inputs;
        foreach (int units in spec.Hidden)
        {
            double bound = 1 / Math.Sqrt(width);
            Add(() => Uniform(bound), width, units);
            Add(width == inputs && weights.Count == 1 ? Sign : One, spec.Members, width);
            Add(One, spec.Members, units);
            double[] alike = [.. Enumerable.Range(0, units).Select(_ => Uniform(bound))];
            int next = 0;
            Add(() => alike[next++ % units], spec.Members, units);
            width = units;
        }

        double last = 1 / Math.Sqrt(width);
        Add(() => Uniform(last), spec.Members, width, outputs);
        Add(() => Uniform(last), spec.Members, outputs);
        return Started(spec.Epochs, rows, spec.Dropout, [.. spec.Hidden.Select(units => spec.Members * units)]);
    }

    private static double One() => 1;

    private ParityStart Started(int epochs, int rows, double dropout, IReadOnlyList<int> units)
    {
        NpyArray order = ParityStart.DrawOrder(epochs, shuffle: true, rows, random);
        return new ParityStart(
            weights, order, dropout > 0 ? [.. units.Select(width => ParityStart.DrawMask(epochs * rows, width, dropout, random))] : []);
    }

    private void Add(Func<double> draw, params int[] shape)
    {
        float[] singles = [.. Enumerable.Range(0, shape.Aggregate(1, (count, extent) => count * extent)).Select(_ => (float)draw())];
        weights.Add(new NpyArray(
            shape, precision == Precision.Float32 ? singles : Array.ConvertAll(singles, single => (double)single)));
    }

    private double Uniform(double bound) => bound * ((2 * random.NextDouble()) - 1);

    private double Sign() => random.Next(2) == 0 ? -1 : 1;

    // Box and Muller (1958); 1 − u keeps the logarithm's argument above 0.
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
