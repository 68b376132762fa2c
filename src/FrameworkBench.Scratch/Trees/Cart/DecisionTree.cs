using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// A single classification or regression tree (CART: Breiman, Friedman, Olshen and Stone 1984). Splits are exact:
/// thresholds lie midway between neighbouring values. Missing values and categories are handled as in boosting.
/// </summary>
public sealed class DecisionTree
{
    private readonly CartTree tree;
    private readonly RowEncoder encoder;

    private DecisionTree(CartTree tree, RowEncoder encoder)
    {
        this.tree = tree;
        this.encoder = encoder;
    }

    /// <summary>Numbers a row that are predicted: one probability a class, or one value.</summary>
    public int OutputCount => tree.Leaves.Outputs;

    /// <summary>How many features a row has.</summary>
    public int FeatureCount => encoder.Columns;

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

    /// <summary>Class probabilities, or the value, of every row.</summary>
    /// <returns>rows × <see cref="OutputCount"/>, row-major.</returns>
    /// <exception cref="ArgumentException">The rows have another number of features than training had.</exception>
    public double[] Predict(FeatureTable rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        encoder.CheckColumns(rows.Columns);
        double[] predictions = new double[checked(rows.Rows * OutputCount)];
        RowBlocks.ForEach(rows.Rows, threads: 1, (first, count) => PredictBlock(
            rows.Block(first, count), predictions.AsSpan(first * OutputCount, count * OutputCount), count));
        return predictions;
    }

    /// <summary>Class probabilities, or the value, of one row.</summary>
    /// <param name="row">The features; NaN where missing.</param>
    /// <param name="prediction">Receives <see cref="OutputCount"/> numbers.</param>
    /// <exception cref="ArgumentException">The row has another number of features than training had, or the
    /// destination another length than <see cref="OutputCount"/>.</exception>
    public void Predict(ReadOnlySpan<float> row, Span<double> prediction)
    {
        encoder.CheckColumns(row.Length);
        if (prediction.Length != OutputCount)
        {
            throw new ArgumentException(
                $"A prediction has {OutputCount} numbers, the destination {prediction.Length}.", nameof(prediction));
        }

        prediction.Clear();
        PredictBlock(row, prediction, count: 1);
    }

    /// <summary>How much each feature's splits reduced the impurity, as shares that sum to one.</summary>
    /// <returns>One share a feature; all zero when the tree has no split that reduced it.</returns>
    public double[] ImpurityImportance()
    {
        double sum = tree.Decreases.Sum();
        return Array.ConvertAll(tree.Decreases, decrease => sum > 0 ? decrease / sum : 0);
    }

    private void PredictBlock(ReadOnlySpan<float> rows, Span<double> predictions, int count)
    {
        Span<int> leaves = count <= 64 ? stackalloc int[count] : new int[count];
        tree.AddTo(encoder.Encode(rows), encoder.Columns, predictions, leaves);
    }

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
