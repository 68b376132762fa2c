using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>
/// FastForest: bagged trees (Breiman 2001). Its scores of a class become probabilities by Platt's calibration on the training rows.
/// </summary>
internal sealed class Forest : ITreeModel
{
    private readonly ForestSpec spec;
    private readonly FitTask task;
    private readonly List<string> notes = [];

    /// <summary>Maps the specification.</summary>
    public Forest(ForestSpec spec, FitTask task)
    {
        (this.spec, this.task) = (spec, task);
        var options = new FastForestRegressionTrainer.Options();
        Trees = spec.Trees ?? options.NumberOfTrees;
        MinimumRowsInLeaf = spec.MinSamplesLeaf ?? options.MinimumExampleCountPerLeaf;
        if (spec.MaxDepth is not null)
            notes.Add(TreeShape.DepthNote(spec.MaxDepth.Value));
        if (task.Classes > 0)
            notes.Add("FastForest has no probabilities; its scores are calibrated by Platt's method on the training rows");
    }

    /// <inheritdoc/>
    public int Trees { get; }

    /// <inheritdoc/>
    public int MinimumRowsInLeaf { get; }

    /// <inheritdoc/>
    public bool StopsEarly => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes => notes;

    /// <inheritdoc/>
    public TrainedTrees TrainClass(MLContext context, IDataView training, ValidationRows? validation)
    {
        var options = new FastForestBinaryTrainer.Options();
        Fill(options);
        var forest = context.BinaryClassification.Trainers.FastForest(options).Fit(training);
        IReadOnlyList<QuantileRegressionTree> trees = forest.Model.TrainedTreeEnsemble.Trees;
        if (trees.Count == 0)
            return new TrainedTrees(forest, trees, StoppedEarly: false);
        var calibration = context.BinaryClassification.Calibrators.Platt().Fit(forest.Transform(training));
        return new TrainedTrees(forest.Append(calibration), trees, StoppedEarly: false);
    }

    /// <inheritdoc/>
    public TrainedTrees TrainValue(MLContext context, IDataView training, ValidationRows? validation)
    {
        var options = new FastForestRegressionTrainer.Options { LabelColumnName = nameof(Row.Value) };
        Fill(options);
        var forest = context.Regression.Trainers.FastForest(options).Fit(training);
        return new TrainedTrees(forest, forest.Model.TrainedTreeEnsemble.Trees, StoppedEarly: false);
    }

    /// <inheritdoc/>
    public double[] Importance(IReadOnlyList<RegressionTreeBase> trees, int columns) => TreeNodes.SharesOfGains(trees, columns);

    private void Fill(FastForestOptionsBase options)
    {
        options.NumberOfTrees = Trees;
        options.MinimumExampleCountPerLeaf = MinimumRowsInLeaf;
        options.NumberOfLeaves = TreeShape.Leaves(spec.MaxLeaves, spec.MaxDepth, options.NumberOfLeaves);
        if (spec.FeatureShare is { } share)
        {
            // The share is that of a split; FastForest would draw features for each tree as well.
            options.FeatureFractionPerSplit = share;
            options.FeatureFraction = 1;
        }

        TreeShape.Place(options, task);
    }
}
