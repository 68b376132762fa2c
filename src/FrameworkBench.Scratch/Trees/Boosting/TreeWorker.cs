using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>Grows trees of a boosted model on one thread, one after another in the same memory.</summary>
internal sealed class TreeWorker
{
    private readonly BinnedTable table;
    private readonly FeatureTable features;
    private readonly RowEncoder encoder;
    private readonly BoostingLoss loss;
    private readonly double learningRate;
    private readonly HistogramTreeGrower grower;
    private int[] leafOfNode = new int[64];
    private int[] leaves = [];

    /// <summary>A worker for trees on this table.</summary>
    /// <param name="table">The binned rows.</param>
    /// <param name="features">The rows themselves.</param>
    /// <param name="encoder">Puts rows into the form that trees take.</param>
    /// <param name="loss">Gives the gradients.</param>
    /// <param name="options">Limits of a tree.</param>
    /// <param name="threads">Threads that share the work on one tree.</param>
    public TreeWorker(
        BinnedTable table, FeatureTable features, RowEncoder encoder, BoostingLoss loss, BoostedTreesOptions options,
        int threads)
    {
        this.table = table;
        this.features = features;
        this.encoder = encoder;
        this.loss = loss;
        learningRate = options.LearningRate;
        grower = new HistogramTreeGrower(table, options, threads);
    }

    /// <summary>Grows one output's tree and adds it to the raw predictions.</summary>
    /// <param name="output">Which output.</param>
    /// <param name="rows">The rows to grow it on.</param>
    /// <param name="bins">The features it may use.</param>
    /// <param name="raw">Every row's raw predictions.</param>
    /// <param name="validation">Receives the tree as well.</param>
    public BoostedTree Grow(int output, ReadOnlySpan<int> rows, PackedBins bins, double[] raw, ValidationSet? validation)
    {
        GradientScale scale = loss.ScaleOf(output);
        loss.Fill(output, scale, grower.Gradients);
        grower.Grow(rows, scale, bins);
        if (leafOfNode.Length < grower.NodeCount)
            leafOfNode = new int[grower.NodeCount * 2];
        BoostedTree tree = BoostedTreeBuilder.Build(grower, table, learningRate, leafOfNode);
        AddTo(raw.AsSpan(output * loss.RowStride, loss.Rows), tree, rows.Length == table.Rows);
        validation?.Add(tree, output);
        return tree;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTo(Span<double> predictions, BoostedTree tree, bool hasAllRows)
    {
        if (!hasAllRows)
        {
            if (leaves.Length == 0)
                leaves = new int[predictions.Length];
            tree.AddTo(encoder.Encode(features.Values), features.Columns, predictions, step: 1, leaves);
            return;
        }

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
}
