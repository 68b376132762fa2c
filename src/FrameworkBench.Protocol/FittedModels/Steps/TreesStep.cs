using FrameworkBench.Protocol.Arrays;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>
/// The sum, or the mean, of trees. Their nodes stand in one list, tree after tree, each tree's root first, and the children of a node
/// behind it, side by side.
/// </summary>
public sealed record TreesStep : Step
{
    /// <summary>In <see cref="Rules"/>: values up to the threshold go left, missing ones right.</summary>
    public const int MissingRight = -1;

    /// <summary>In <see cref="Rules"/>: values up to the threshold and missing ones go left.</summary>
    public const int MissingLeft = -2;

    /// <summary>In <see cref="Features"/>: the node is a leaf.</summary>
    public const int Leaf = -1;

    private const int WordBits = 32;

    /// <summary>Categories of each column; 0 of a column of numbers.</summary>
    public required IReadOnlyList<int> Categories { get; init; }

    /// <summary>The place of each tree's root among the nodes, int32.</summary>
    public required NpyArray Roots { get; init; }

    /// <summary>The column that each node splits on, int32; <see cref="Leaf"/> at a leaf.</summary>
    public required NpyArray Features { get; init; }

    /// <summary>The threshold of each node, float32; without meaning at a leaf and where a set decides.</summary>
    public required NpyArray Thresholds { get; init; }

    /// <summary>The place of each node's left child, which the right one follows, int32; the number of a leaf.</summary>
    public required NpyArray Children { get; init; }

    /// <summary>
    /// How each node decides, int32: <see cref="MissingRight"/>, <see cref="MissingLeft"/>, or from 0 on the first of the
    /// <see cref="Words"/> whose bits say which codes go left; the bit after the last code is for missing values and for what is no code.
    /// </summary>
    public required NpyArray Rules { get; init; }

    /// <summary>Sets of codes, 32 bits an int32, the lowest first.</summary>
    public required NpyArray Words { get; init; }

    /// <summary>
    /// What each leaf adds, float64: leaves × outputs; or leaves × 1 where tree t adds to output t modulo the outputs alone.
    /// </summary>
    public required NpyArray Leaves { get; init; }

    /// <summary>What each output begins with, float64.</summary>
    public required NpyArray Start { get; init; }

    /// <summary>Whether the sum is divided by the number of trees.</summary>
    public bool IsMean { get; init; }

    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        Require(Categories.Count == inputs, $"{Categories.Count} columns are described, {inputs} come in");
        Require(Categories.All(count => count is >= 0 and < ushort.MaxValue), "a column has a number of categories that cannot be");
        int nodes = Features.Rows, outputs = Start.Rows;
        foreach ((NpyArray array, string name, int length) in new[]
                 {
                     (Roots, "roots", Roots.Rows), (Features, "features", nodes), (Children, "children", nodes), (Rules, "rules", nodes),
                     (Words, "words", Words.Rows),
                 })
        {
            RequireShape(array, name, length);
            Require(array.Values is int[], $"{name} must be int32");
        }

        RequireShape(Thresholds, "thresholds", nodes);
        Require(Thresholds.Values is float[] thresholds && !Array.Exists(thresholds, float.IsNaN), "thresholds must be float32");
        RequireFinite(Start, "start", outputs);
        RequireFinite(Leaves, "leaves", Leaves.Rows, Leaves.Columns);
        Require(Leaves.Columns == outputs || Leaves.Columns == 1, $"leaves have {Leaves.Columns} numbers for {outputs} outputs");
        CheckNodes(nodes);
        return outputs;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] leaves = Leaves.ToDoubles(), start = Start.ToDoubles();
        int[] roots = Roots.ToIntegers();
        int width = Leaves.Columns;
        Rows sums = rows.Blank(start.Length);
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<double> from = rows.Row(row);
            Span<double> sum = sums.Row(row);
            start.CopyTo(sum);
            for (int tree = 0; tree < roots.Length; tree++)
            {
                int leaf = LeafOf(roots[tree], from) * width;
                for (int output = 0; output < width; output++)
                    sum[(width == 1 ? tree : output) % start.Length] += leaves[leaf + output];
            }

            foreach (ref double value in sum)
                value = IsMean ? value / roots.Length : value;
        }

        return sums;
    }

    /// <summary>The codes of a set that go left.</summary>
    /// <param name="rule">The set's first word.</param>
    /// <param name="code">The code; the number of categories stands for a missing one.</param>
    public bool GoesLeft(int rule, int code) => (((int[])Words.Values)[rule + (code / WordBits)] >> (code % WordBits) & 1) != 0;

    /// <summary>Words of a set of so many categories, with the bit for missing values.</summary>
    public static int WordsOf(int categories) => (categories / WordBits) + 1;

    private int LeafOf(int node, ReadOnlySpan<double> row)
    {
        int[] features = (int[])Features.Values, children = (int[])Children.Values, rules = (int[])Rules.Values;
        float[] thresholds = (float[])Thresholds.Values;
        while (features[node] != Leaf)
        {
            double value = row[features[node]];
            bool left = rules[node] switch
            {
                MissingRight => value <= thresholds[node],
                MissingLeft => !(value > thresholds[node]),
                var rule => GoesLeft(rule, CodeOf(value, Categories[features[node]])),
            };
            node = children[node] + (left ? 0 : 1);
        }

        return children[node];
    }

    private static int CodeOf(double value, int categories) => value >= 0 && value < categories ? (int)value : categories;

    // Every way ends: a child stands behind its parent, and within its tree.
    private void CheckNodes(int nodes)
    {
        int[] roots = Roots.ToIntegers();
        Require(nodes == 0 || roots is [0, ..], "the first tree must begin with the first node");
        for (int tree = 0; tree < roots.Length; tree++)
        {
            int end = tree + 1 < roots.Length ? roots[tree + 1] : nodes;
            Require(
                roots[tree] >= 0 && end > roots[tree] && end <= nodes, $"tree {tree} has the nodes {roots[tree]} to {end} of {nodes}");
            for (int node = roots[tree]; node < end; node++)
                CheckNode(node, end);
        }
    }

    private void CheckNode(int node, int end)
    {
        int feature = ((int[])Features.Values)[node], child = ((int[])Children.Values)[node], rule = ((int[])Rules.Values)[node];
        if (feature == Leaf)
        {
            Require(child >= 0 && child < Leaves.Rows, $"node {node} is leaf {child} of {Leaves.Rows}");
            return;
        }

        Require(feature >= 0 && feature < Categories.Count, $"node {node} asks for column {feature} of {Categories.Count}");
        Require(child > node && child + 1 < end, $"the children of node {node} are at {child}");
        bool decides = Categories[feature] == 0
            ? rule is MissingLeft or MissingRight : rule >= 0 && rule <= Words.Rows - WordsOf(Categories[feature]);
        Require(decides, $"node {node} decides by rule {rule}");
    }
}
