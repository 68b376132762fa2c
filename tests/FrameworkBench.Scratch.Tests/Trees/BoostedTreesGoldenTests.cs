using System.Text.Json;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Binning;
using FrameworkBench.Scratch.Trees.Boosting;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed class BoostedTreesGoldenTests
{
    [Theory]
    [InlineData("boosting-regression")]
    [InlineData("boosting-depth")]
    [InlineData("boosting-binary")]
    [InlineData("boosting-multiclass")]
    [InlineData("boosting-missing")]
    [InlineData("boosting-missing-binary")]
    [InlineData("boosting-categories")]
    [InlineData("boosting-categories-binary")]
    public void Every_split_and_leaf_equals_that_of_scikit_learn(string name)
    {
        var golden = new GoldenFile(name);
        BoostedTrees model = Fit(golden);

        Assert.Equal(golden.Numbers("baseline"), model.Baseline, Close(1e-9));
        FeatureTable table = golden.Features();
        int at = 0;
        foreach (JsonElement tree in golden["trees"].EnumerateArray().SelectMany(round => round.EnumerateArray()))
        {
            Compare(tree, model.Trees[at], node: 0, table, [.. Enumerable.Range(0, table.Rows)]);
            at++;
        }

        Assert.Equal(at, model.Trees.Count);
    }

    [Theory]
    [InlineData("boosting-regression")]
    [InlineData("boosting-binary")]
    [InlineData("boosting-multiclass")]
    [InlineData("boosting-missing")]
    [InlineData("boosting-missing-binary")]
    [InlineData("boosting-categories")]
    [InlineData("boosting-categories-binary")]
    public void Predictions_equal_those_of_scikit_learn(string name)
    {
        var golden = new GoldenFile(name);
        double[] expected =
            [.. golden["predictions"].EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(GoldenFile.Number)];
        Assert.Equal(expected, Fit(golden).Predict(golden.Features()), Close(1e-6));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(255)]
    public void Bins_equal_those_of_scikit_learn(int maxBins)
    {
        var golden = new GoldenFile("bins");
        float[] column = [.. golden.Numbers("column").Select(value => (float)value)];
        double[] expected =
            [.. golden["thresholds"].GetProperty($"{maxBins}").EnumerateArray().Select(GoldenFile.Number)];
        FeatureBins bins = BinFinder.Find(column, FeatureKind.Numeric, maxBins, seed: 0);
        Assert.Equal(expected, bins.Thresholds.ToArray());
    }

    private static BoostedTrees Fit(GoldenFile golden)
    {
        var options = new BoostedTreesOptions
        {
            Rounds = golden.WholeOption("max_iter", null)!.Value,
            LearningRate = golden.Option("learning_rate", 0.1),
            MaxLeaves = golden.WholeOption("max_leaf_nodes", 31),
            MaxDepth = golden.WholeOption("max_depth", null),
            MinSamplesLeaf = golden.WholeOption("min_samples_leaf", 20)!.Value,
            MaxBins = golden.WholeOption("max_bins", 255)!.Value,
            L2 = golden.Option("l2_regularization", 0),
        };
        return golden.ClassCount > 0
            ? BoostedTrees.Fit(golden.Classification(), options)
            : BoostedTrees.Fit(golden.Regression(), options);
    }

    // Splits are the same when they part the node's rows in the same way. Thresholds may differ within a gap that has no
    // row of the node in it, and categories may change sides together: scikit-learn chooses among such equals by rounding.
    private static void Compare(JsonElement expected, BoostedTree tree, int node, FeatureTable table, int[] rows)
    {
        TreeNode actual = tree.Structure.Nodes[node];
        if (expected.TryGetProperty("value", out JsonElement value))
        {
            Assert.True(tree.Structure.IsLeaf(node), $"Node {node}: a leaf was expected.");
            Assert.Equal(value.GetDouble(), tree.LeafValues[tree.Structure.LeafNumber(node)], Close(1e-6));
            return;
        }

        Assert.False(tree.Structure.IsLeaf(node), $"Node {node}: a split was expected.");
        Assert.Equal(expected.GetProperty("feature").GetInt32(), actual.Feature);
        ILookup<bool, int> expectedSides = rows.ToLookup(row => GoesLeft(expected, table.Row(row)[actual.Feature]));
        ILookup<bool, int> actualSides = rows.ToLookup(row => GoesLeft(tree.Structure, actual, table.Row(row)[actual.Feature]));
        bool mirrored = table.Kinds[actual.Feature] == FeatureKind.Categorical
            && !expectedSides[true].SequenceEqual(actualSides[true]);
        Assert.Equal(expectedSides[true], actualSides[!mirrored]);
        Assert.Equal(expectedSides[false], actualSides[mirrored]);

        int left = mirrored ? actual.Left + 1 : actual.Left;
        int right = mirrored ? actual.Left : actual.Left + 1;
        Compare(expected.GetProperty("left"), tree, left, table, [.. expectedSides[true]]);
        Compare(expected.GetProperty("right"), tree, right, table, [.. expectedSides[false]]);
    }

    private static bool GoesLeft(JsonElement split, float value)
    {
        if (float.IsNaN(value))
            return split.GetProperty("missingLeft").GetBoolean();
        if (split.TryGetProperty("categories", out JsonElement categories))
            return categories.EnumerateArray().Any(category => category.GetInt32() == value);
        double threshold = GoldenFile.Number(split.GetProperty("threshold"));
        return double.IsNaN(threshold) || value <= threshold;
    }

    private static bool GoesLeft(TreeStructure tree, TreeNode split, float value) => split.Rule switch
    {
        TreeNode.MissingRight => value <= split.Threshold,
        TreeNode.MissingLeft => !(value > split.Threshold),
        _ => (tree.CategoryWords[split.Rule] >> (float.IsNaN(value) ? CategoryCount(split.Feature) : (int)value) & 1) != 0,
    };

    // The tables with categories have 8 and 3 of them; a missing one has the place after the last.
    private static int CategoryCount(int feature) => feature == 1 ? 8 : 3;

    private static Func<double, double, bool> Close(double tolerance) =>
        (expected, actual) => Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));
}
