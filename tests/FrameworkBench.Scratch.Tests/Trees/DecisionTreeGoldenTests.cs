using System.Text.Json;
using FrameworkBench.Scratch.Trees;
using FrameworkBench.Scratch.Trees.Cart;

namespace FrameworkBench.Scratch.Tests.Trees;

public sealed class DecisionTreeGoldenTests
{
    [Theory]
    [InlineData("cart-gini")]
    [InlineData("cart-gini-two-classes")]
    [InlineData("cart-entropy")]
    [InlineData("cart-entropy-two-classes")]
    [InlineData("cart-regression")]
    public void Every_split_and_leaf_equals_that_of_scikit_learn(string name)
    {
        var golden = new GoldenFile(name);
        Compare(golden["tree"], Fit(golden), node: 0);
    }

    private static DecisionTree Fit(GoldenFile golden)
    {
        var options = new TreeOptions
        {
            Criterion = golden["options"].TryGetProperty("criterion", out _) ? SplitCriterion.Entropy : SplitCriterion.Gini,
            MaxDepth = golden.WholeOption("max_depth", null),
            MinSamplesLeaf = golden.WholeOption("min_samples_leaf", 1)!.Value,
            MinSamplesSplit = golden.WholeOption("min_samples_split", 2)!.Value,
        };
        return golden.ClassCount > 0
            ? DecisionTree.Fit(golden.Classification(), options)
            : DecisionTree.Fit(golden.Regression(), options);
    }

    private static void Compare(JsonElement expected, DecisionTree tree, int node)
    {
        TreeStructure structure = tree.Tree.Structure;
        TreeNode actual = structure.Nodes[node];
        if (!expected.TryGetProperty("feature", out JsonElement feature))
        {
            Assert.True(structure.IsLeaf(node), $"Node {node}: a leaf was expected.");
            double[] values = new double[tree.OutputCount];
            tree.Tree.Leaves.AddTo(structure.LeafNumber(node), values);
            double[] expectedValues = [.. expected.GetProperty("values").EnumerateArray().Select(GoldenFile.Number)];
            Assert.Equal(expectedValues, values, (a, b) => Math.Abs(a - b) < 1e-9);
            return;
        }

        Assert.False(structure.IsLeaf(node), $"Node {node}: a split was expected.");
        Assert.Equal(feature.GetInt32(), actual.Feature);
        Assert.Equal(expected.GetProperty("threshold").GetDouble(), actual.Threshold);
        Compare(expected.GetProperty("left"), tree, actual.Left);
        Compare(expected.GetProperty("right"), tree, actual.Left + 1);
    }
}
