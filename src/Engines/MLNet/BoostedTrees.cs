using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace FrameworkBench.Engines.MLNet;

/// <summary>FastTree: Friedman's gradient boosting (2001) with the derivatives of LambdaMART (Burges 2010).</summary>
internal sealed class BoostedTrees : ITreeModel
{
    private const int ShortestRun = 32;

    private readonly BoostedTreesSpec spec;
    private readonly FitTask task;
    private readonly List<string> notes = [];

    /// <summary>Maps the specification.</summary>
    /// <exception cref="UnsupportedException">FastTree has no such parameter.</exception>
    public BoostedTrees(BoostedTreesSpec spec, FitTask task)
    {
        (this.spec, this.task) = (spec, task);
        if (spec.MinChildWeight > 0)
            throw new UnsupportedException("boosted_trees min_child_weight");
        if (spec.L2 > 0)
            throw new UnsupportedException("boosted_trees l2");
        if (spec.Patience is not null && task.ValidationX is null)
            throw new InvalidDataException("patience needs validation rows, and the fit has none; give validation_x and validation_y.");
        if (spec.MaxDepth is not null)
            notes.Add(TreeShape.DepthNote(spec.MaxDepth.Value));
        if (spec.Patience is not null)
        {
            notes.Add(
                "ML.NET's own early stopping watches the error rate, not the loss: "
                + "the loss was watched over runs of growing length, which its fit time holds");
        }

        var options = new FastTreeRegressionTrainer.Options();
        Trees = spec.Rounds ?? options.NumberOfTrees;
        MinimumRowsInLeaf = spec.MinSamplesLeaf ?? options.MinimumExampleCountPerLeaf;
    }

    /// <inheritdoc/>
    public int Trees { get; }

    /// <inheritdoc/>
    public int MinimumRowsInLeaf { get; }

    /// <inheritdoc/>
    public bool StopsEarly => spec.Patience is not null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes => notes;

    /// <inheritdoc/>
    public TrainedTrees TrainClass(MLContext context, IDataView training, ValidationRows? validation) => Train(
        validation,
        rounds =>
        {
            var options = new FastTreeBinaryTrainer.Options();
            Fill(options, rounds);
            var model = context.BinaryClassification.Trainers.FastTree(options).Fit(training);
            return (model, model.Model.SubModel.TrainedTreeEnsemble);
        },
        LogLoss);

    /// <inheritdoc/>
    public TrainedTrees TrainValue(MLContext context, IDataView training, ValidationRows? validation) => Train(
        validation,
        rounds =>
        {
            var options = new FastTreeRegressionTrainer.Options { LabelColumnName = nameof(Row.Value) };
            Fill(options, rounds);
            var model = context.Regression.Trainers.FastTree(options).Fit(training);
            return (model, model.Model.TrainedTreeEnsemble);
        },
        (score, target) => (score - target) * (score - target));

    /// <inheritdoc/>
    public double[] Importance(IReadOnlyList<RegressionTreeBase> trees, int columns) => TreeNodes.TotalGains(trees, columns);

    private TrainedTrees Train(
        ValidationRows? validation, Func<int, (ITransformer, RegressionTreeEnsemble)> train, Func<double, double, double> loss)
    {
        if (validation is null || spec.Patience is not { } patience)
            return Outcome(train(Trees), stoppedEarly: false);

        // The same seed grows the same trees however many follow, so a longer run begins with the shorter one.
        for (int rounds = Math.Min(Trees, ShortestRun + (2 * patience)); ; rounds = Math.Min(Trees, 2 * rounds))
        {
            (ITransformer, RegressionTreeEnsemble Ensemble) run = train(rounds);
            (int best, bool stopped) = StagedLoss.BestRound(run.Ensemble, validation, loss, patience);
            if (stopped || rounds == Trees)
                return Outcome(best == 0 || best == run.Ensemble.Trees.Count ? run : train(best), stopped);
        }
    }

    private static TrainedTrees Outcome((ITransformer Model, RegressionTreeEnsemble Ensemble) run, bool stoppedEarly) =>
        new(run.Model, run.Ensemble.Trees, stoppedEarly);

    // FastTree's score is a log-odds divided by twice the learning rate (Burges 2010).
    private double LogLoss(double score, double target)
    {
        double odds = 2 * (spec.LearningRate ?? new FastTreeBinaryTrainer.Options().LearningRate) * score;
        double margin = target > 0.5 ? odds : -odds;
        return margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
    }

    private void Fill(BoostedTreeOptions options, int rounds)
    {
        options.NumberOfTrees = rounds;
        options.MinimumExampleCountPerLeaf = MinimumRowsInLeaf;
        options.NumberOfLeaves = TreeShape.Leaves(spec.MaxLeaves, spec.MaxDepth, options.NumberOfLeaves);
        options.LearningRate = spec.LearningRate ?? options.LearningRate;
        options.MaximumBinCountPerFeature = spec.MaxBins ?? options.MaximumBinCountPerFeature;
        options.FeatureFraction = spec.ColumnSample ?? options.FeatureFraction;
        if (spec.Subsample is < 1)
        {
            // A bag of one tree draws new rows for each.
            options.BaggingSize = 1;
            options.BaggingExampleFraction = spec.Subsample.Value;
        }

        TreeShape.Place(options, task);
    }
}
