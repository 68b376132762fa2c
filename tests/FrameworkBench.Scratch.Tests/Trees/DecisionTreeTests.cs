using FrameworkBench.Scratch.Numerics;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed class DecisionTreeTests
{
    [Fact]
    public void Exclusive_or_is_learned_though_no_first_split_helps()
    {
        var data = new ClassificationData(
            new FeatureTable(new float[] { 0, 0, 0, 1, 1, 0, 1, 1 }, 2), new[] { 0, 1, 1, 0 }, 2);
        var tree = DecisionTree.Fit(data, new());
        Assert.Equal(1, SyntheticTables.Accuracy(tree.Predict(data.Features), data));
        Assert.Equal((4, 2), (tree.LeafCount, tree.Depth));
    }

    [Theory]
    [InlineData(2, SplitCriterion.Gini)]
    [InlineData(2, SplitCriterion.Entropy)]
    [InlineData(4, SplitCriterion.Gini)]
    [InlineData(4, SplitCriterion.Entropy)]
    public void A_tree_without_limits_is_right_on_its_own_rows(int classCount, SplitCriterion criterion)
    {
        // More than a thousand rows: the root is counted by rank, the nodes below are sorted.
        ClassificationData data = SyntheticTables.Classes(1500, 4, classCount, seed: 1, missingShare: 0.05);
        var tree = DecisionTree.Fit(data, new() { Criterion = criterion });
        Assert.Equal(1, SyntheticTables.Accuracy(tree.Predict(data.Features), data));
        Assert.Equal(1, tree.ImpurityImportance().Sum(), 9);
    }

    [Fact]
    public void Two_classes_by_gini_are_split_as_by_the_general_search()
    {
        // Three classes of which one is empty take the way of many classes; the trees must be the same.
        ClassificationData two = SyntheticTables.Classes(700, 5, 2, seed: 2, missingShare: 0.1);
        var three = new ClassificationData(two.Features, two.Classes, 3);
        var options = new TreeOptions { MaxDepth = 4, MinSamplesLeaf = 9 };
        var fast = DecisionTree.Fit(two, options);
        var general = DecisionTree.Fit(three, options);
        Assert.Equal(general.Tree.Structure.Nodes.ToArray(), fast.Tree.Structure.Nodes.ToArray());
        Assert.Equal(
            general.Predict(two.Features).Chunk(3).Select(row => row[1]), fast.Predict(two.Features).Chunk(2).Select(row => row[1]),
            (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(SplitCriterion.Gini)]
    [InlineData(SplitCriterion.Entropy)]
    public void Columns_of_two_values_are_split_as_columns_of_more(SplitCriterion criterion)
    {
        // Missing in place of 0 divides the rows alike, and is searched for on the way of many values.
        var random = new RandomSource(4);
        float[] two = [.. Enumerable.Range(0, 400 * 12).Select(_ => random.NextDouble() < 0.2 ? 1f : 0f)];
        int[] classes =
        [
            .. Enumerable.Range(0, 400).Select(row =>
                two[row * 12] + (2 * two[(row * 12) + 1]) > random.NextDouble() * 3 ? 1 : random.NextInt32(3)),
        ];
        var options = new TreeOptions { Criterion = criterion, MaxDepth = 5, MinSamplesLeaf = 4 };
        var features = new FeatureTable(two, 12);
        double[] fast = DecisionTree.Fit(new ClassificationData(features, classes, 3), options).Predict(features);
        var wider = new FeatureTable(Array.ConvertAll(two, value => value == 0 ? float.NaN : value), 12);
        double[] general = DecisionTree.Fit(new ClassificationData(wider, classes, 3), options).Predict(wider);
        Assert.Equal(general, fast, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Missing_values_go_to_the_side_they_resemble(int targetOfMissing)
    {
        float[] values = [.. Enumerable.Range(0, 90).Select(row => row % 3 == 0 ? float.NaN : row % 3 == 1 ? 2f + row : -2f - row)];
        double[] targets = [.. Enumerable.Range(0, 90).Select(row => row % 3 == 0 ? targetOfMissing : row % 3 == 1 ? 1.0 : -1.0)];
        var stump = DecisionTree.Fit(new RegressionData(new FeatureTable(values, 1), targets), new() { MaxDepth = 1 });
        Assert.Equal(targets, stump.Predict(new FeatureTable(values, 1)), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_split_on_categories_finds_the_set_that_separates_the_classes(int classCount)
    {
        int[] second = [1, 4, 6];
        float[] codes = [.. Enumerable.Range(0, 160).Select(row => (float)(row % 8))];
        int[] classes = [.. Enumerable.Range(0, 160).Select(row => second.Contains(row % 8) ? 1 : 0)];
        var data = new ClassificationData(new FeatureTable(codes, 1, [FeatureKind.Categorical]), classes, classCount);
        var stump = DecisionTree.Fit(data, new() { MaxDepth = 1 });
        Assert.Equal(1, SyntheticTables.Accuracy(stump.Predict(data.Features), data));
        Assert.Equal(2, stump.LeafCount);
    }

    [Fact]
    public void Many_distinct_values_stay_exact()
    {
        // 40,000 distinct values, of which one threshold separates the targets.
        float[] values = [.. Enumerable.Range(0, 40_000).Select(row => (float)(row * 7919 % 40_000))];
        double[] targets = [.. values.Select(value => value <= 12_345 ? 1.0 : 0.0)];
        var data = new RegressionData(new FeatureTable(values, 1), targets);
        var stump = DecisionTree.Fit(data, new());
        Assert.Equal(2, stump.LeafCount);
        Assert.Equal(12_345.5f, stump.Tree.Structure.Nodes[0].Threshold);
    }

    [Fact]
    public void More_distinct_values_than_ranks_share_ranks_in_order()
    {
        float[] values = [.. Enumerable.Range(0, 150_000).Select(row => (float)(row * 7919L % 150_000))];
        double[] targets = [.. values.Select(value => value < 60_000 ? 1.0 : 0.0)];
        var data = new RegressionData(new FeatureTable(values, 1), targets);
        double[] predictions = DecisionTree.Fit(data, new() { MaxDepth = 3 }).Predict(data.Features);
        Assert.InRange(targets.Zip(predictions, (t, p) => Math.Abs(t - p)).Sum(), 0, 4);
    }

    [Fact]
    public void Limits_are_kept()
    {
        ClassificationData data = SyntheticTables.Classes(400, 4, 3, seed: 3);
        Assert.InRange(DecisionTree.Fit(data, new() { MaxDepth = 3 }).Depth, 2, 3);
        var tree = DecisionTree.Fit(data, new() { MinSamplesLeaf = 25 });
        Assert.InRange(tree.LeafCount, 4, 16);
        Assert.True(DecisionTree.Fit(data, new() { MinSamplesSplit = 100 }).LeafCount < DecisionTree.Fit(data, new()).LeafCount);
        Assert.True(
            DecisionTree.Fit(data, new() { MinImpurityDecrease = 0.01 }).LeafCount < DecisionTree.Fit(data, new()).LeafCount);
    }

    [Fact]
    public void One_row_is_predicted_exactly_as_in_a_batch()
    {
        ClassificationData data = SyntheticTables.Classes(101, 4, 3, seed: 4, missingShare: 0.2);
        var tree = DecisionTree.Fit(data, new() { MaxDepth = 3 });
        double[] one = new double[3];
        double[] batch = tree.Predict(data.Features);
        for (int row = 0; row < 101; row++)
        {
            tree.Predict(data.Features.Row(row), one);
            Assert.Equal(batch[(row * 3)..((row + 1) * 3)], one);
        }
    }
}
