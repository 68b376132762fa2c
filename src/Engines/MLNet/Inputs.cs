using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.MLNet;

/// <summary>Rows of inputs as ML.NET takes them: a number as it is, a code as a range of columns, one a category.</summary>
internal sealed class Inputs
{
    private readonly float[] values;

    private Inputs(float[] values, int[] sources, IReadOnlyList<(int First, int Last)> ranges) =>
        (this.values, Sources, CategoryRanges) = (values, sources, ranges);

    /// <summary>Number of rows.</summary>
    public int Rows => values.Length / Columns;

    /// <summary>Columns that ML.NET sees.</summary>
    public int Columns => Sources.Count;

    /// <summary>The feature of the table that each column comes from.</summary>
    public IReadOnlyList<int> Sources { get; }

    /// <summary>First and last column of each feature of codes.</summary>
    public IReadOnlyList<(int First, int Last)> CategoryRanges { get; }

    /// <summary>The columns of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => values.AsSpan(row * Columns, Columns);

    /// <summary>Spreads the codes.</summary>
    /// <param name="table">rows × features.</param>
    /// <param name="features">The kind of each feature.</param>
    public static Inputs Of(NpyArray table, IReadOnlyList<FeatureColumn> features)
    {
        float[] given = table.ToSingles();
        int[] sources = [.. features.SelectMany((feature, place) => Enumerable.Repeat(place, Math.Max(1, feature.Categories)))];
        if (sources.Length == features.Count)
            return new Inputs(given, sources, []);

        int[] starts = [.. features.Select((_, place) => Array.IndexOf(sources, place))];
        float[] spread = new float[table.Rows * sources.Length];
        for (int row = 0; row < table.Rows; row++)
        {
            for (int place = 0; place < features.Count; place++)
            {
                float value = given[(row * features.Count) + place];
                bool isCode = features[place].Categories > 0;
                spread[(row * sources.Length) + starts[place] + (isCode ? (int)value : 0)] = isCode ? 1 : value;
            }
        }

        return new Inputs(spread, sources, [.. Ranges(features, starts)]);
    }

    /// <summary>The mean of each column.</summary>
    public double[] Means()
    {
        double[] means = new double[Columns];
        for (int place = 0; place < values.Length; place++)
            means[place % Columns] += values[place];
        return Array.ConvertAll(means, sum => sum / Rows);
    }

    /// <summary>The same rows, with something taken from each column.</summary>
    /// <param name="offsets">What to take, a figure a column.</param>
    public Inputs Less(double[] offsets)
    {
        float[] less = [.. values.Select((value, place) => (float)(value - offsets[place % Columns]))];
        return new Inputs(less, [.. Sources], CategoryRanges);
    }

    private static IEnumerable<(int First, int Last)> Ranges(IReadOnlyList<FeatureColumn> features, int[] starts) =>
        from place in Enumerable.Range(0, features.Count)
        where features[place].Categories > 0
        select (starts[place], starts[place] + features[place].Categories - 1);
}
