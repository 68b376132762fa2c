using FrameworkBench.Scratch.Trees.Boosting.Losses;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>
/// Gradient-boosted trees: each tree takes a Newton step on what the trees before it left (Friedman 2001; Chen and
/// Guestrin 2016), on binned features, leaf by leaf (Ke et al. 2017). Two classes take one tree a round, more classes
/// one tree a class and round, regression one.
/// </summary>
public sealed class BoostedTrees : TreePredictor
{
    private readonly BoostedTree[] trees;
    private readonly double[] baseline;
    private readonly BoostingLoss loss;

    internal BoostedTrees(BoostedTree[] trees, double[] baseline, BoostingLoss loss, RowEncoder encoder, int outputs, int threads)
        : base(encoder, outputs, threads)
    {
        this.trees = trees;
        this.baseline = baseline;
        this.loss = loss;
    }

    /// <summary>Rounds that are kept: with early stopping those up to the best one.</summary>
    public int Rounds => trees.Length / baseline.Length;

    /// <summary>Leaves of all trees.</summary>
    public int LeafCount => trees.Sum(tree => tree.LeafValues.Length);

    internal IReadOnlyList<BoostedTree> Trees => trees;

    internal IReadOnlyList<double> Baseline => baseline;

    /// <summary>Trains on rows with classes.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="validation">Rows for early stopping, with the same features and classes.</param>
    /// <param name="progress">Told after each round; asking for it costs the computation of the training loss.</param>
    /// <param name="cancellation">Ends training with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the data do not fit together.</exception>
    public static BoostedTrees Fit(
        ClassificationData training, BoostedTreesOptions options, ClassificationData? validation = null,
        Action<BoostingRound>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        if (validation is not null && validation.ClassCount != training.ClassCount)
        {
            throw new ArgumentException(
                $"The validation rows have {validation.ClassCount} classes, the training rows {training.ClassCount}.",
                nameof(validation));
        }

        var trainer = new BoostingTrainer(
            training.Features, LossOf(training), options, validation?.Features,
            validation is null ? null : LossOf(validation), progress);
        return trainer.Train(training.ClassCount, cancellation);
    }

    /// <summary>Trains on rows with target values.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="validation">Rows for early stopping, with the same features.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellation">Ends training with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the data do not fit together.</exception>
    public static BoostedTrees Fit(
        RegressionData training, BoostedTreesOptions options, RegressionData? validation = null,
        Action<BoostingRound>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        var trainer = new BoostingTrainer(
            training.Features, new SquaredErrorLoss(training.Targets.ToArray()), options, validation?.Features,
            validation is null ? null : new SquaredErrorLoss(validation.Targets.ToArray()), progress);
        return trainer.Train(outputs: 1, cancellation);
    }

    /// <summary>How much each feature's splits reduced the training loss, as shares that sum to one.</summary>
    /// <returns>One share a feature; all zero when no tree has a split.</returns>
    public double[] GainImportance()
    {
        double[] gains = new double[FeatureCount];
        foreach (BoostedTree tree in trees)
        {
            foreach ((int feature, double gain) in tree.Gains)
                gains[feature] += gain;
        }

        double sum = gains.Sum();
        return sum > 0 ? Array.ConvertAll(gains, gain => gain / sum) : gains;
    }

    private protected override void PredictBlock(ReadOnlySpan<float> encodedRows, Span<double> predictions, Span<int> leaves)
    {
        int outputs = baseline.Length;
        Span<double> raw = leaves.Length * outputs <= 64 ? stackalloc double[leaves.Length * outputs] : new double[leaves.Length * outputs];
        for (int at = 0; at < raw.Length; at += outputs)
            baseline.CopyTo(raw[at..]);
        for (int tree = 0; tree < trees.Length; tree++)
            trees[tree].AddTo(encodedRows, FeatureCount, raw[(tree % outputs)..], outputs, leaves);
        for (int row = 0; row < leaves.Length; row++)
            loss.Predict(raw.Slice(row * outputs, outputs), predictions.Slice(row * OutputCount, OutputCount));
    }

    private static BoostingLoss LossOf(ClassificationData data) => data.ClassCount == 2
        ? new LogisticLoss(data.Classes.Span)
        : new SoftmaxLoss(data.Classes.Span, data.ClassCount);
}
