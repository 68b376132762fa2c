using FrameworkBench.Scratch.Trees.Binning;

namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>Turns a grown tree, which knows bins, into a tree that decides on values.</summary>
internal static class BoostedTreeBuilder
{
    /// <summary>The finished tree; its leaves are numbered in the order of the grown nodes.</summary>
    /// <param name="grower">Holds the tree grown last.</param>
    /// <param name="table">What it was grown on.</param>
    /// <param name="learningRate">What leaf values are multiplied by.</param>
    public static BoostedTree Build(HistogramTreeGrower grower, BinnedTable table, double learningRate)
    {
        ReadOnlySpan<GrownNode> grown = grower.Nodes;
        var nodes = new TreeNode[grown.Length];
        double[] values = new double[(grown.Length + 1) / 2];
        var gains = new (int Feature, double Gain)[grown.Length / 2];
        List<ulong> words = [];
        int leaves = 0;
        int splits = 0;
        for (int i = 0; i < grown.Length; i++)
        {
            ref readonly GrownNode node = ref grown[i];
            if (node.Left == 0)
            {
                // A root that no split improves adds nothing.
                values[leaves] = grown.Length == 1 ? 0 : learningRate * grower.Rules.ValueOf(node.Sum);
                nodes[i] = TreeNode.Leaf(i, leaves++);
                continue;
            }

            int feature = grower.Features[node.Split.Slot];
            nodes[i] = Decision(node, feature, table.Features[feature], words);
            gains[splits++] = (feature, node.Gain);
        }

        return new BoostedTree(new TreeStructure(nodes, [.. words]), values, gains);
    }

    private static TreeNode Decision(in GrownNode node, int feature, FeatureBins bins, List<ulong> words)
    {
        if (!node.Split.IsCategorical)
            return TreeNode.AtThreshold(feature, node.Left, bins.BoundOf(node.Split.Bin), node.Split.MissingLeft);
        var decision = TreeNode.BySet(feature, node.Left, words.Count);
        BinSet left = node.Split.LeftBins;
        if (node.Split.MissingLeft)
            left.Add(bins.MissingBin);
        for (int word = 0; word <= bins.MissingBin >> 6; word++)
            words.Add(left[word]);
        return decision;
    }
}
