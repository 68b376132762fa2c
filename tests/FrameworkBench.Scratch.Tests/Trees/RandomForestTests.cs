using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Cart;
using FrameworkBench.Scratch.Trees.Forests;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed class RandomForestTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_out_of_bag_score_is_near_the_score_on_new_rows(int classCount)
    {
        ClassificationData all = SyntheticTables.Classes(2400, 5, classCount, seed: 1, noise: 1);
        var forest = RandomForest.Fit(SyntheticTables.Part(all, 0, 1200), new() { Trees = 80 });
        ClassificationData fresh = SyntheticTables.Part(all, 1200, 1200);
        double score = SyntheticTables.Accuracy(forest.Predict(fresh.Features), fresh);
        Assert.InRange(forest.OutOfBagScore, score - 0.05, score + 0.05);
        Assert.Equal(1200 * classCount, forest.OutOfBagPredictions.Length);
    }

    [Fact]
    public void The_out_of_bag_score_of_regression_is_near_the_score_on_new_rows()
    {
        RegressionData all = SyntheticTables.Regression(2000, 5, seed: 2);
        var forest = RandomForest.Fit(SyntheticTables.Part(all, 0, 1000), new() { Trees = 60 });
        RegressionData fresh = SyntheticTables.Part(all, 1000, 1000);
        double score = SyntheticTables.Determination(forest.Predict(fresh.Features), fresh);
        Assert.InRange(forest.OutOfBagScore, score - 0.04, score + 0.04);
        Assert.InRange(score, 0.8, 1);
    }

    [Fact]
    public void The_forest_does_not_depend_on_the_number_of_threads()
    {
        ClassificationData data = SyntheticTables.Classes(600, 6, 3, seed: 3, missingShare: 0.1);
        var alone = RandomForest.Fit(data, new() { Trees = 20, Seed = 9 });
        var shared = RandomForest.Fit(data, new() { Trees = 20, Seed = 9, Threads = 4 });
        Assert.Equal(alone.Predict(data.Features), shared.Predict(data.Features));
        Assert.Equal(alone.OutOfBagScore, shared.OutOfBagScore);
        Assert.NotEqual(
            alone.Predict(data.Features), RandomForest.Fit(data, new() { Trees = 20, Seed = 10 }).Predict(data.Features));
    }

    [Fact]
    public void Without_bootstrap_and_drawing_of_features_a_tree_of_the_forest_is_the_single_tree()
    {
        RegressionData data = SyntheticTables.Regression(300, 4, seed: 4);
        var forest = RandomForest.Fit(data, new() { Trees = 1, Bootstrap = false });
        Assert.Equal(DecisionTree.Fit(data, new()).Predict(data.Features), forest.Predict(data.Features));
        Assert.True(double.IsNaN(forest.OutOfBagScore));
        Assert.True(forest.OutOfBagPredictions.IsEmpty);
    }

    [Fact]
    public void Probabilities_are_the_mean_over_the_trees()
    {
        ClassificationData data = SyntheticTables.Classes(200, 3, 3, seed: 5);
        double[] probabilities = RandomForest.Fit(data, new() { Trees = 10 }).Predict(data.Features);
        Assert.All(probabilities.Chunk(3), row => Assert.Equal(1, row.Sum(), 12));
        // Leaves without limits are pure, so ten trees give tenths.
        Assert.All(probabilities, share => Assert.Equal(Math.Round(share * 10), share * 10, 9));
    }

    [Fact]
    public void Importance_goes_to_the_features_that_matter()
    {
        RegressionData data = SyntheticTables.Regression(500, 6, seed: 6);
        double[] importance = RandomForest.Fit(data, new() { Trees = 20 }).ImpurityImportance();
        Assert.Equal(1, importance.Sum(), 9);
        Assert.InRange(importance[0] + importance[1], 0.8, 1);
    }

    [Fact]
    public void One_row_is_predicted_exactly_as_in_a_batch()
    {
        RegressionData data = SyntheticTables.Categories(130, seed: 7);
        var forest = RandomForest.Fit(data, new() { Trees = 15 });
        double[] batch = forest.Predict(data.Features);
        double[] one = new double[1];
        for (int row = 0; row < 130; row++)
        {
            forest.Predict(data.Features.Row(row), one);
            Assert.Equal(batch[row], one[0]);
        }
    }

    [Fact]
    public void Training_can_be_cancelled()
    {
        RegressionData data = SyntheticTables.Regression(100, 2, seed: 8);
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => RandomForest.Fit(
            data, new(), done =>
            {
                if (done == 3)
                    cancellation.Cancel();
            },
            cancellation.Token));
    }
}
