using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Trees.Binning;
using FrameworkBench.Scratch.Trees.Boosting.Losses;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>Grows trees of a boosted model on one thread, one after another in the same memory.</summary>
internal sealed class TreeWorker
{
    private readonly BinnedTable table;
    private readonly BoostingLoss loss;
    private readonly double learningRate;
    private readonly HistogramTreeGrower grower;
    private readonly RowRouter? others;
    private readonly ValidationSet? validation;
    private readonly RowRouter? validationRows;

    /// <summary>A worker for trees on this table.</summary>
    /// <param name="table">The binned rows.</param>
    /// <param name="loss">Gives the gradients.</param>
    /// <param name="options">Limits of a tree.</param>
    /// <param name="validation">Receives every tree as well.</param>
    /// <param name="threads">Threads that share the work on one tree.</param>
    public TreeWorker(BinnedTable table, BoostingLoss loss, BoostedTreesOptions options, ValidationSet? validation, int threads)
    {
        this.table = table;
        this.loss = loss;
        this.validation = validation;
        learningRate = options.LearningRate;
        grower = new HistogramTreeGrower(table, options, threads);
        others = options.Subsample < 1 ? new RowRouter(table) : null;
        validationRows = validation is null ? null : new RowRouter(validation.Table);
    }

    /// <summary>Grows one output's tree and adds it to the raw predictions.</summary>
    /// <param name="output">Which output.</param>
    /// <param name="sample">The rows to grow it on.</param>
    /// <param name="bins">The features it may use.</param>
    /// <param name="raw">Every row's raw predictions.</param>
    public BoostedTree Grow(int output, RowSample sample, PackedBins bins, double[] raw)
    {
        GradientScale scale = loss.ScaleOf(output);
        loss.Fill(output, scale, grower.Gradients);
        grower.Grow(sample.Rows, scale, bins);
        BoostedTree tree = BoostedTreeBuilder.Build(grower, table, learningRate);
        Span<double> predictions = raw.AsSpan(output * loss.RowStride, loss.Rows);
        AddToSampled(predictions, tree.LeafValues);
        others?.AddTo(grower, tree.LeafValues, sample.Others, predictions);
        if (validation is not null)
            validationRows!.AddTo(grower, tree.LeafValues, validation.Rows, validation.RawOf(output));
        return tree;
    }

    // The grower knows the leaf of each row that the tree was grown on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToSampled(Span<double> predictions, ReadOnlySpan<double> values)
    {
        int leaf = 0;
        foreach (ref readonly GrownNode node in grower.Nodes)
        {
            if (node.Left != 0)
                continue;
            double value = values[leaf++];
            foreach (int row in grower.RowsOf(node))
                predictions[row] += value;
        }
    }
}
