using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Scratch.Trees.Forests;

/// <summary>
/// A random forest (Breiman 2001): trees on bootstrap samples that try few features at each node; class probabilities
/// and values are the mean over the trees. The trees are exact, not binned.
/// </summary>
public sealed class RandomForest : TreePredictor
{
    private readonly CartTree[] trees;

    private RandomForest(CartTree[] trees, RowEncoder encoder, int outputs, int threads)
        : base(encoder, outputs, threads) => this.trees = trees;

    /// <summary>Leaves of all trees.</summary>
    public long LeafCount => trees.Sum(tree => (long)tree.Leaves.Count);

    /// <summary>
    /// Accuracy, or R², on the training rows, each predicted by the trees that did not have it. NaN without bootstrap,
    /// when every row was in every tree, or when R² has no meaning since all targets are the same.
    /// </summary>
    public double OutOfBagScore { get; private set; } = double.NaN;

    /// <summary>
    /// What that score is of: training rows × <see cref="TreePredictor.OutputCount"/>; NaN for a row that every tree had. Empty
    /// without bootstrap.
    /// </summary>
    public ReadOnlyMemory<double> OutOfBagPredictions { get; private set; }

    internal IReadOnlyList<CartTree> Trees => trees;

    /// <summary>Trains on rows with classes.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="progress">Told how many trees are done, from the threads that grow them.</param>
    /// <param name="cancellation">Ends training with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a category code is none.</exception>
    public static RandomForest Fit(
        ClassificationData training, ForestOptions options, Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Fit(new CartTask(training), options, progress, cancellation);
    }

    /// <summary>Trains on rows with target values.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="progress">Told how many trees are done, from the threads that grow them.</param>
    /// <param name="cancellation">Ends training with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a category code is none.</exception>
    public static RandomForest Fit(
        RegressionData training, ForestOptions options, Action<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Fit(new CartTask(training), options, progress, cancellation);
    }

    /// <summary>How much each feature's splits reduced the impurity: the mean over the trees of each tree's shares.</summary>
    /// <returns>One share a feature, together one; all zero when no split reduced it.</returns>
    public double[] ImpurityImportance()
    {
        double[] sums = new double[FeatureCount];
        foreach (CartTree tree in trees)
        {
            double all = tree.Decreases.Sum();
            for (int feature = 0; all > 0 && feature < sums.Length; feature++)
                sums[feature] += tree.Decreases[feature] / all;
        }

        double sum = sums.Sum();
        return Array.ConvertAll(sums, own => sum > 0 ? own / sum : 0);
    }

    private protected override void PredictBlock(ReadOnlySpan<float> encodedRows, Span<double> predictions, Span<int> leaves)
    {
        foreach (CartTree tree in trees)
            tree.AddTo(encodedRows, FeatureCount, predictions, leaves);
        for (int i = 0; i < predictions.Length; i++)
            predictions[i] /= trees.Length;
    }

    private static RandomForest Fit(
        CartTask task, ForestOptions options, Action<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        TreeOptions treeOptions = options.TreeOptionsFor(task.Features.Columns, task.IsClassification);
        var table = RankedTable.Of(task.Features);
        var grown = new CartTree[options.Trees];
        bool[][] drawn = new bool[options.Trees][];
        int done = 0;
        Parallel.For(
            0, grown.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new ForestWorker(table, task, treeOptions, options.Bootstrap),
            (tree, _, worker) =>
            {
                (grown[tree], drawn[tree]) = worker.Grow(new RandomSource(options.Seed, (ulong)tree));
                progress?.Invoke(Interlocked.Increment(ref done));
                return worker;
            },
            _ => { });

        var forest = new RandomForest(grown, table.Encoder(), task.Outputs, options.Threads);
        if (options.Bootstrap)
            forest.PredictOutOfBag(task, drawn, options.Threads);
        return forest;
    }

    private void PredictOutOfBag(CartTask task, bool[][] drawn, int threads)
    {
        int rows = task.Features.Rows;
        double[] predictions = new double[rows * OutputCount];
        bool[] isKnown = new bool[rows];
        RowBlocks.ForEach(rows, threads, (first, count) =>
        {
            ReadOnlySpan<float> encoded = Encoder.Encode(task.Features.Block(first, count));
            float[] block = new float[encoded.Length];
            int[] leaves = new int[count];
            int[] undrawn = new int[count];
            int[] votes = new int[count];
            for (int tree = 0; tree < trees.Length; tree++)
            {
                int found = 0;
                for (int i = 0; i < count; i++)
                {
                    if (drawn[tree][first + i])
                        continue;
                    encoded.Slice(i * FeatureCount, FeatureCount).CopyTo(block.AsSpan(found * FeatureCount));
                    undrawn[found++] = i;
                    votes[i]++;
                }

                trees[tree].Structure.LeavesOf(block, FeatureCount, leaves.AsSpan(0, found));
                for (int i = 0; i < found; i++)
                    trees[tree].Leaves.AddTo(leaves[i], predictions.AsSpan((first + undrawn[i]) * OutputCount, OutputCount));
            }

            for (int i = 0; i < count; i++)
            {
                isKnown[first + i] = votes[i] > 0;
                foreach (ref double sum in predictions.AsSpan((first + i) * OutputCount, OutputCount))
                    sum = votes[i] > 0 ? sum / votes[i] : double.NaN;
            }
        });
        OutOfBagPredictions = predictions;
        OutOfBagScore = task.Score(predictions, isKnown);
    }
}
