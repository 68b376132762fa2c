using System.Diagnostics;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;
using FrameworkBench.Scratch.Trees.Cart;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Engines.Scratch;

/// <summary>Fits a tree, a forest or boosted trees. They take missing values and category codes as they come.</summary>
internal sealed class TreesFit
{
    private readonly FitTask task;
    private readonly FeatureKind[] kinds;
    private readonly double[]? origins;
    private readonly FeatureTable training;
    private readonly FeatureTable predicted;

    public TreesFit(FitTask task)
    {
        this.task = task;
        kinds = [.. task.Features.Select(feature => feature.Categories > 0 ? FeatureKind.Categorical : FeatureKind.Numeric)];

        // Thresholds are given back in the units of the inputs, so that only what stays here can be measured from elsewhere.
        bool isFree = task is { Precision: Precision.Float64, KeepsModel: false, Explain: false };
        origins = isFree ? ColumnOrigins.Of(task.TrainX, kinds) : null;
        training = TableOf(task.TrainX);
        predicted = TableOf(task.PredictX);
        if (task.PredictsValues && task.TrainY.Columns > 1)
            throw new UnsupportedException("several target columns for trees");
    }

    private bool IsRegression => task.PredictsValues;

    public Fitted Run(TreeSpec spec, CancellationToken cancellation)
    {
        Refuse(spec.MaxLeaves is not null, "max_leaves of tree");
        TreeOptions usual = new();
        TreeOptions options = usual with
        {
            MaxDepth = spec.MaxDepth,
            MinSamplesLeaf = spec.MinSamplesLeaf ?? usual.MinSamplesLeaf,
            Seed = (ulong)task.Seed,
        };
        cancellation.ThrowIfCancellationRequested();
        return Timed(
            () => IsRegression ? DecisionTree.Fit(Values(), options) : DecisionTree.Fit(Classes(), options),
            tree => tree.Predict(predicted),
            tree => new Description(tree.LeafCount)
            {
                Model = () => FittedTrees.Of(tree, task),
                Explanation = () => new Explanation
                {
                    Importance = tree.ImpurityImportance(),
                    Tree = TreeQuestions.Of(tree, training, task),
                },
            });
    }

    public Fitted Run(ForestSpec spec, Action<FitProgress> report, CancellationToken cancellation)
    {
        Refuse(spec.MaxLeaves is not null, "max_leaves of forest");
        ForestOptions usual = new();
        ForestOptions options = usual with
        {
            Trees = spec.Trees ?? usual.Trees,
            MaxDepth = spec.MaxDepth,
            MinSamplesLeaf = spec.MinSamplesLeaf ?? usual.MinSamplesLeaf,
            MaxFeatures = spec.FeatureShare is { } share ? Math.Max(1, (int)(share * task.TrainX.Columns)) : null,
            Seed = (ulong)task.Seed,
            Threads = task.Threads,
        };
        void Progress(int trees) => report(new FitProgress(trees, null));
        return Timed(
            () => IsRegression
                ? RandomForest.Fit(Values(), options, Progress, cancellation)
                : RandomForest.Fit(Classes(), options, Progress, cancellation),
            forest => forest.Predict(predicted),
            forest => new Description(forest.LeafCount)
            {
                Model = () => FittedTrees.Of(forest, task),
                Epochs = options.Trees,
                Measures = double.IsNaN(forest.OutOfBagScore) ? [] : new() { ["out_of_bag_score"] = forest.OutOfBagScore },
                Explanation = () => new Explanation { Importance = forest.ImpurityImportance() },
            });
    }

    public Fitted Run(BoostedTreesSpec spec, Action<FitProgress> report, CancellationToken cancellation)
    {
        Refuse(spec.Patience is not null && task.ValidationX is null, "early stopping without validation rows");
        BoostedTreesOptions usual = new();
        BoostedTreesOptions options = usual with
        {
            Rounds = spec.Rounds ?? usual.Rounds,
            LearningRate = spec.LearningRate ?? usual.LearningRate,
            MaxLeaves = spec.MaxLeaves ?? (spec.MaxDepth is null ? usual.MaxLeaves : null),
            MaxDepth = spec.MaxDepth,
            MinSamplesLeaf = spec.MinSamplesLeaf ?? usual.MinSamplesLeaf,
            MinChildWeight = spec.MinChildWeight ?? usual.MinChildWeight,
            L2 = spec.L2 ?? usual.L2,
            MaxBins = spec.MaxBins ?? usual.MaxBins,
            Subsample = spec.Subsample ?? usual.Subsample,
            ColumnSample = spec.ColumnSample ?? usual.ColumnSample,
            EarlyStoppingPatience = spec.Patience,
            Seed = (ulong)task.Seed,
            Threads = task.Threads,
        };
        var rounds = new List<BoostingRound>();
        Action<BoostingRound>? progress = spec.Patience is null ? null : round =>
        {
            rounds.Add(round);
            report(new FitProgress(rounds.Count, round.TrainingLoss, round.ValidationLoss));
        };
        return Timed(
            () => IsRegression
                ? BoostedTrees.Fit(Values(), options, spec.Patience is null ? null : ValidationValues(), progress, cancellation)
                : BoostedTrees.Fit(Classes(), options, spec.Patience is null ? null : ValidationClasses(), progress, cancellation),
            trees => trees.Predict(predicted),
            trees => new Description(trees.LeafCount)
            {
                Model = () => FittedTrees.Of(trees, task),
                Epochs = rounds.Count == 0 ? trees.Rounds : rounds.Count,
                BestEpoch = rounds.Count > trees.Rounds ? trees.Rounds : null,
                Stopped = rounds.Count > 0 && rounds.Count < options.Rounds ? StopReason.Early : StopReason.Completed,
                Explanation = () => new Explanation { Importance = trees.GainImportance() },
            });
    }

    private Fitted Timed<TModel>(Func<TModel> fit, Func<TModel, double[]> predict, Func<TModel, Description> describe)
    {
        long start = Stopwatch.GetTimestamp();
        TModel model = fit();
        TimeSpan fitting = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        double[] predictions = predict(model);
        TimeSpan predicting = Stopwatch.GetElapsedTime(start);

        Description description = describe(model);
        return new Fitted
        {
            Predictions = NpyArray.Matrix(predicted.Rows, predictions.Length / predicted.Rows, predictions),
            Epochs = description.Epochs,
            BestEpoch = description.BestEpoch,
            Stopped = description.Stopped,
            FitSeconds = fitting.TotalSeconds,
            PredictSeconds = predicting.TotalSeconds,
            Parameters = description.Leaves,
            Threads = task.Model is TreeSpec ? 1 : task.Threads,
            Measures = description.Measures,
            Explanation = task.Explain ? description.Explanation() : null,
            Model = task.KeepsModel ? description.Model() : null,
        };
    }

    private FeatureTable TableOf(NpyArray array) =>
        new(origins is null ? array.ToSingles() : ColumnOrigins.Singles(array, origins), array.Columns, kinds);

    private ClassificationData Classes() => new(training, task.TrainY.ToIntegers(), task.Classes);

    private RegressionData Values() => new(training, task.TrainY.ToDoubles());

    private ClassificationData ValidationClasses() => new(TableOf(task.ValidationX!), task.ValidationY!.ToIntegers(), task.Classes);

    private RegressionData ValidationValues() => new(TableOf(task.ValidationX!), task.ValidationY!.ToDoubles());

    private static void Refuse(bool asked, string missing)
    {
        if (asked)
            throw new UnsupportedException(missing);
    }

    private sealed record Description(long Leaves)
    {
        public required Func<Explanation> Explanation { get; init; }

        public required Func<FittedModel> Model { get; init; }

        public int Epochs { get; init; } = 1;

        public int? BestEpoch { get; init; }

        public StopReason Stopped { get; init; }

        public Dictionary<string, double> Measures { get; init; } = [];
    }
}
