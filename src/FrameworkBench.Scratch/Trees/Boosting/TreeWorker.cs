using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>Grows trees of a boosted model on one thread, one after another in the same memory.</summary>
internal sealed class TreeWorker
{
    private readonly BinnedTable table;
    private readonly FeatureTable features;
    private readonly BoostingLoss loss;
    private readonly double learningRate;
    private readonly HistogramTreeGrower grower;
    private int[] leafOfNode = new int[64];
    private int[] leaves = [];

    /// <summary>A worker for trees on this table.</summary>
    /// <param name="table">The binned rows.</param>
    /// <param name="features">The rows as trees take them.</param>
    /// <param name="loss">Gives the gradients.</param>
    /// <param name="options">Limits of a tree.</param>
    /// <param name="threads">Threads that share the work on one tree.</param>
    public TreeWorker(
        BinnedTable table, FeatureTable features, BoostingLoss loss, BoostedTreesOptions options, int threads)
    {
        this.table = table;
        this.features = features;
        this.loss = loss;
        learningRate = options.LearningRate;
        grower = new HistogramTreeGrower(table, options, threads);
    }

    /// <summary>Grows one output's tree and adds it to the raw predictions.</summary>
    /// <param name="output">Which output.</param>
    /// <param name="sample">The rows to grow it on.</param>
    /// <param name="bins">The features it may use.</param>
    /// <param name="raw">Every row's raw predictions.</param>
    /// <param name="validation">Receives the tree as well.</param>
    public BoostedTree Grow(int output, RowSample sample, PackedBins bins, double[] raw, ValidationSet? validation)
    {
        GradientScale scale = loss.ScaleOf(output);
        loss.Fill(output, scale, grower.Gradients);
        grower.Grow(sample.Rows, scale, bins);
        if (leafOfNode.Length < grower.NodeCount)
            leafOfNode = new int[grower.NodeCount * 2];
        BoostedTree tree = BoostedTreeBuilder.Build(grower, table, learningRate, leafOfNode);
        Span<double> predictions = raw.AsSpan(output * loss.RowStride, loss.Rows);
        AddToSampled(predictions, tree);
        AddToOthers(predictions, tree, sample.Others);
        validation?.Add(tree, output);
        return tree;
    }

    // The grower knows the leaf of each row that the tree was grown on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToSampled(Span<double> predictions, BoostedTree tree)
    {
        ReadOnlySpan<GrownNode> nodes = grower.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Left != 0)
                continue;
            double value = tree.LeafValues[leafOfNode[i]];
            foreach (int row in grower.RowsOf(nodes[i]))
                predictions[row] += value;
        }
    }

    private void AddToOthers(Span<double> predictions, BoostedTree tree, ReadOnlySpan<int> others)
    {
        if (leaves.Length < others.Length)
            leaves = new int[others.Length];
        tree.Structure.LeavesOf(features.Values, features.Columns, others, leaves);
        for (int i = 0; i < others.Length; i++)
            predictions[others[i]] += tree.LeafValues[leaves[i]];
    }
}
