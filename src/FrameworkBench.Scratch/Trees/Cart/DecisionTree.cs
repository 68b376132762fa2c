using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// A single classification or regression tree (CART: Breiman, Friedman, Olshen and Stone 1984). Splits are exact:
/// thresholds lie midway between neighbouring values. Missing values and categories are handled as in boosting.
/// </summary>
public sealed class DecisionTree : TreePredictor
{
    private readonly CartTree tree;

    private DecisionTree(CartTree tree, RowEncoder encoder)
        : base(encoder, tree.Leaves.Outputs, threads: 1) => this.tree = tree;

    /// <summary>How many leaves the tree has.</summary>
    public int LeafCount => tree.Leaves.Count;

    /// <summary>Splits on the longest way from the root to a leaf.</summary>
    public int Depth => tree.Depth;

    internal CartTree Tree => tree;

    /// <summary>Trains on rows with classes.</summary>
    /// <exception cref="ArgumentException">An option is out of range, or a category code is none.</exception>
    public static DecisionTree Fit(ClassificationData training, TreeOptions options)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Fit(new CartTask(training), options);
    }

    /// <summary>Trains on rows with target values.</summary>
    /// <exception cref="ArgumentException">An option is out of range, or a category code is none.</exception>
    public static DecisionTree Fit(RegressionData training, TreeOptions options)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Fit(new CartTask(training), options);
    }

    /// <summary>How much each feature's splits reduced the impurity, as shares that sum to one.</summary>
    /// <returns>One share a feature; all zero when the tree has no split that reduced it.</returns>
    public double[] ImpurityImportance()
    {
        double sum = tree.Decreases.Sum();
        return Array.ConvertAll(tree.Decreases, decrease => sum > 0 ? decrease / sum : 0);
    }

    private protected override void PredictBlock(ReadOnlySpan<float> encodedRows, Span<double> predictions, Span<int> leaves) =>
        tree.AddTo(encodedRows, FeatureCount, predictions, leaves);

    private static DecisionTree Fit(CartTask task, TreeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(task.Features.Columns);
        var table = RankedTable.Of(task.Features);
        ushort[] weights = new ushort[table.Rows];
        weights.AsSpan().Fill(1);
        var grower = new CartGrower(table, task.Search(weights, options), options);
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        return new DecisionTree(
            grower.Grow(rows, task.Outputs, new RandomSource(options.Seed)), table.Encoder());
    }
}
