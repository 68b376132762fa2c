using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Boosting;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed class BoostedTreesTests
{
    private static readonly BoostedTreesOptions Small = new() { Rounds = 12, MaxLeaves = 8, MinSamplesLeaf = 3 };

    [Fact]
    public void One_row_is_predicted_exactly_as_in_a_batch()
    {
        ClassificationData data = SyntheticTables.Classes(203, 5, 3, seed: 1, missingShare: 0.1);
        var model = BoostedTrees.Fit(data, Small);
        double[] batch = model.Predict(data.Features);
        double[] one = new double[3];
        for (int row = 0; row < data.Features.Rows; row++)
        {
            model.Predict(data.Features.Row(row), one);
            Assert.Equal(batch[(row * 3)..((row + 1) * 3)], one);
        }
    }

    [Fact]
    public void One_row_with_categories_is_predicted_exactly_as_in_a_batch()
    {
        RegressionData data = SyntheticTables.Categories(150, seed: 2);
        var model = BoostedTrees.Fit(data, Small);
        double[] batch = model.Predict(data.Features);
        double[] one = new double[1];
        for (int row = 0; row < data.Features.Rows; row++)
        {
            model.Predict(data.Features.Row(row), one);
            Assert.Equal(batch[row], one[0]);
        }
    }

    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(2, 0.6)]
    [InlineData(5, 1.0)]
    [InlineData(5, 0.6)]
    public void The_model_does_not_depend_on_the_number_of_threads(int classCount, double sample)
    {
        ClassificationData data = SyntheticTables.Classes(3000, 40, classCount, seed: 3, missingShare: 0.05);
        BoostedTreesOptions options = Small with { Subsample = sample, ColumnSample = sample, Rounds = 4, MaxBins = 255 };
        double[] alone = BoostedTrees.Fit(data, options).Predict(data.Features);
        foreach (int threads in new[] { 2, 3, 8 })
            Assert.Equal(alone, BoostedTrees.Fit(data, options with { Threads = threads }).Predict(data.Features));
    }

    [Fact]
    public void The_seed_decides_what_is_sampled()
    {
        RegressionData data = SyntheticTables.Regression(300, 6, seed: 4);
        BoostedTreesOptions options = Small with { Subsample = 0.5, ColumnSample = 0.5 };
        double[] first = BoostedTrees.Fit(data, options with { Seed = 1 }).Predict(data.Features);
        Assert.Equal(first, BoostedTrees.Fit(data, options with { Seed = 1 }).Predict(data.Features));
        Assert.NotEqual(first, BoostedTrees.Fit(data, options with { Seed = 2 }).Predict(data.Features));
    }

    [Theory]
    [InlineData(5.0)]
    [InlineData(-5.0)]
    public void Missing_values_go_where_they_lower_the_loss(double targetOfMissing)
    {
        // Present values say nothing but their sign; which side missing ones resemble must be learnt.
        float[] values = new float[400];
        double[] targets = new double[400];
        for (int row = 0; row < 400; row++)
        {
            bool isMissing = row % 4 == 0;
            values[row] = isMissing ? float.NaN : row % 2 == 0 ? 1 + (row % 7) : -1 - (row % 7);
            targets[row] = isMissing ? targetOfMissing : row % 2 == 0 ? 5 : -5;
        }

        var data = new RegressionData(new FeatureTable(values, 1), targets);
        var stump = BoostedTrees.Fit(data, new() { Rounds = 1, LearningRate = 1, MaxLeaves = 2 });
        double[] prediction = new double[1];
        stump.Predict([float.NaN], prediction);
        Assert.Equal(targetOfMissing, prediction[0], 9);
    }

    [Fact]
    public void A_split_on_categories_finds_a_set_that_no_single_category_and_no_threshold_can()
    {
        int[] high = [0, 3, 5, 6];
        float[] codes = new float[240];
        double[] targets = new double[240];
        for (int row = 0; row < 240; row++)
        {
            codes[row] = row % 8;
            targets[row] = high.Contains(row % 8) ? 1 : 0;
        }

        var stump = new BoostedTreesOptions { Rounds = 1, LearningRate = 1, MaxLeaves = 2, MinSamplesLeaf = 1 };
        float[] oneHot = new float[240 * 8];
        for (int row = 0; row < 240; row++)
            oneHot[(row * 8) + (row % 8)] = 1;
        Assert.Equal(targets, FitAndPredict(new FeatureTable(codes, 1, [FeatureKind.Categorical])), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.InRange(SquaredError(FitAndPredict(new FeatureTable(codes, 1))), 0.1, 1);
        Assert.InRange(SquaredError(FitAndPredict(new FeatureTable(oneHot, 8))), 0.1, 1);

        double[] FitAndPredict(FeatureTable table) =>
            BoostedTrees.Fit(new RegressionData(table, targets), stump).Predict(table);
        double SquaredError(double[] predictions) => targets.Zip(predictions, (t, p) => (t - p) * (t - p)).Average();
    }

    [Fact]
    public void A_category_that_training_did_not_see_is_taken_for_missing()
    {
        RegressionData data = SyntheticTables.Categories(300, seed: 5);
        var model = BoostedTrees.Fit(data, Small);
        double[] missing = new double[1];
        double[] unseen = new double[1];
        model.Predict([float.NaN, 0.5f], missing);
        foreach (float code in new[] { 12f, 77f, 65_000f, 1e9f, -3f, 2.5f })
        {
            model.Predict([code, 0.5f], unseen);
            Assert.Equal(missing[0], unseen[0]);
        }
    }

    [Fact]
    public void Early_stopping_keeps_the_best_round_and_waits_no_longer_than_its_patience()
    {
        ClassificationData all = SyntheticTables.Classes(500, 8, 2, seed: 6, noise: 2.5);
        ClassificationData training = SyntheticTables.Part(all, 0, 250);
        ClassificationData validation = SyntheticTables.Part(all, 250, 250);
        List<BoostingRound> rounds = [];
        BoostedTreesOptions options = Small with { Rounds = 200, LearningRate = 0.3, EarlyStoppingPatience = 5 };
        var model = BoostedTrees.Fit(training, options, validation, rounds.Add);

        int best = rounds.MinBy(round => round.ValidationLoss).Round;
        Assert.Equal(best, model.Rounds);
        Assert.Equal(best + 5, rounds.Count);
        var exactlySo = BoostedTrees.Fit(training, options with { Rounds = best, EarlyStoppingPatience = null });
        Assert.Equal(exactlySo.Predict(validation.Features), model.Predict(validation.Features));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void Early_stopping_does_not_depend_on_the_unit_of_the_targets(double unit)
    {
        RegressionData all = SyntheticTables.Regression(400, 4, seed: 8);
        BoostedTreesOptions options = Small with { Rounds = 100, EarlyStoppingPatience = 5 };
        RegressionData scaled = new(all.Features, all.Targets.ToArray().Select(target => target * unit).ToArray());
        int rounds = Stopped(all), scaledRounds = Stopped(scaled);
        Assert.InRange(rounds, 10, 100);
        Assert.InRange(scaledRounds, rounds - 3, rounds + 3);

        int Stopped(RegressionData data) => BoostedTrees.Fit(
            SyntheticTables.Part(data, 0, 250), options, SyntheticTables.Part(data, 250, 150)).Rounds;
    }

    [Fact]
    public void A_minimum_improvement_that_no_round_reaches_keeps_no_tree()
    {
        RegressionData all = SyntheticTables.Regression(200, 3, seed: 7);
        var model = BoostedTrees.Fit(
            SyntheticTables.Part(all, 0, 100), Small with { EarlyStoppingPatience = 2, EarlyStoppingMinDelta = 1e9 },
            SyntheticTables.Part(all, 100, 100));
        Assert.Equal(0, model.Rounds);
        double mean = all.Targets[..100].ToArray().Average();
        Assert.All(model.Predict(all.Features), prediction => Assert.Equal(mean, prediction, 12));
    }

    [Fact]
    public void The_losses_that_are_reported_are_those_of_the_predictions()
    {
        RegressionData all = SyntheticTables.Regression(300, 4, seed: 8);
        RegressionData training = SyntheticTables.Part(all, 0, 200);
        RegressionData validation = SyntheticTables.Part(all, 200, 100);
        List<BoostingRound> rounds = [];
        var model = BoostedTrees.Fit(training, Small, validation, rounds.Add);

        Assert.Equal(Enumerable.Range(1, 12), rounds.Select(round => round.Round));
        Assert.Equal(MeanSquare(model.Predict(training.Features), training), rounds[^1].TrainingLoss, 9);
        Assert.Equal(MeanSquare(model.Predict(validation.Features), validation), rounds[^1].ValidationLoss!.Value, 9);
        Assert.All(rounds.Zip(rounds.Skip(1)), pair => Assert.True(pair.Second.TrainingLoss < pair.First.TrainingLoss));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.6)]
    public void Rows_that_a_tree_was_not_grown_on_get_what_the_model_predicts(double sample)
    {
        RegressionData training = SyntheticTables.Categories(300, seed: 21);
        RegressionData others = SyntheticTables.Categories(120, seed: 22);
        float[] values = others.Features.Values.ToArray();
        for (int row = 0; row < 120; row++)
        {
            // An unseen code, a missing one, and a missing number: training has none of these.
            if (row % 3 == 0)
                values[2 * row] = row % 2 == 0 ? 40 : float.NaN;
            if (row % 5 == 0)
                values[(2 * row) + 1] = float.NaN;
        }

        var validation = new RegressionData(new FeatureTable(values, 2, others.Features.Kinds), others.Targets);
        List<BoostingRound> rounds = [];
        var model = BoostedTrees.Fit(training, Small with { Subsample = sample, Seed = 23 }, validation, rounds.Add);

        Assert.Equal(MeanSquare(model.Predict(training.Features), training), rounds[^1].TrainingLoss, 9);
        Assert.Equal(MeanSquare(model.Predict(validation.Features), validation), rounds[^1].ValidationLoss!.Value, 9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_log_loss_that_is_reported_is_that_of_the_predictions(int classCount)
    {
        ClassificationData data = SyntheticTables.Classes(301, 4, classCount, seed: 9);
        List<BoostingRound> rounds = [];
        double[] probabilities = BoostedTrees.Fit(data, Small, progress: rounds.Add).Predict(data.Features);
        double expected = Enumerable.Range(0, 301)
            .Average(row => -Math.Log(probabilities[(row * classCount) + data.Classes.Span[row]]));
        Assert.Equal(expected, rounds[^1].TrainingLoss, 9);
        Assert.Null(rounds[^1].ValidationLoss);
    }

    [Fact]
    public void Gain_goes_to_the_features_that_matter()
    {
        RegressionData data = SyntheticTables.Regression(500, 6, seed: 10);
        double[] importance = BoostedTrees.Fit(data, Small).GainImportance();
        Assert.Equal(1, importance.Sum(), 9);
        Assert.Equal([0, 1], importance.Index().OrderByDescending(own => own.Item).Take(2).Select(own => own.Index).Order());
        Assert.InRange(importance[0] + importance[1], 0.9, 1);
    }

    [Fact]
    public void Limits_of_a_tree_are_kept()
    {
        RegressionData data = SyntheticTables.Regression(400, 4, seed: 11);
        var leaves = BoostedTrees.Fit(data, new() { Rounds = 3, MaxLeaves = 5, MinSamplesLeaf = 2 });
        Assert.All(leaves.Trees, tree => Assert.Equal(5, tree.LeafValues.Length));
        var depth = BoostedTrees.Fit(data, new() { Rounds = 3, MaxLeaves = null, MaxDepth = 3, MinSamplesLeaf = 2 });
        Assert.All(depth.Trees, tree => Assert.InRange(tree.LeafValues.Length, 5, 8));
        var rows = BoostedTrees.Fit(data, new() { Rounds = 1, MaxLeaves = null, MinSamplesLeaf = 60 });
        Assert.All(RowsPerLeaf(rows.Trees[0], data.Features), count => Assert.InRange(count, 60, 400));
        var weight = BoostedTrees.Fit(data, new() { Rounds = 1, MaxLeaves = null, MinSamplesLeaf = 1, MinChildWeight = 70 });
        Assert.All(RowsPerLeaf(weight.Trees[0], data.Features), count => Assert.InRange(count, 70, 400));
        var gain = BoostedTrees.Fit(data, new() { Rounds = 1, MaxLeaves = null, MinSamplesLeaf = 1, MinGain = 20 });
        Assert.All(gain.Trees[0].Gains, split => Assert.True(split.Gain > 20));
        Assert.InRange(gain.LeafCount, 2, 60);
    }

    [Fact]
    public void Regularization_shrinks_leaves()
    {
        RegressionData data = SyntheticTables.Regression(100, 2, seed: 12);
        var model = BoostedTrees.Fit(data, new() { Rounds = 1, LearningRate = 1, L2 = 1e6, MinSamplesLeaf = 5 });
        Assert.All(model.Trees[0].LeafValues, value => Assert.InRange(Math.Abs(value), 1e-9, 1e-3));
    }

    [Fact]
    public void Training_can_be_cancelled()
    {
        RegressionData data = SyntheticTables.Regression(100, 2, seed: 13);
        using var cancellation = new CancellationTokenSource();
        List<int> rounds = [];
        Assert.Throws<OperationCanceledException>(() => BoostedTrees.Fit(
            data, Small, cancellation: cancellation.Token, progress: round =>
            {
                rounds.Add(round.Round);
                if (round.Round == 3)
                    cancellation.Cancel();
            }));
        Assert.Equal([1, 2, 3], rounds);
    }

    private static IEnumerable<int> RowsPerLeaf(BoostedTree tree, FeatureTable features) =>
        Enumerable.Range(0, features.Rows)
            .CountBy(row => tree.Structure.LeafOf(features.Row(row)))
            .Select(leaf => leaf.Value);

    private static double MeanSquare(double[] predictions, RegressionData data) =>
        predictions.Zip(data.Targets.ToArray(), (p, t) => (p - t) * (p - t)).Average();
}
