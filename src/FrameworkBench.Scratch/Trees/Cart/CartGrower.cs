using System.Runtime.CompilerServices;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// Grows exact classification and regression trees, depth first (Breiman et al. 1984), trying features in a drawn order
/// as scikit-learn does: features constant in a node count as tried, but the search goes on until one is not.
/// </summary>
internal sealed class CartGrower
{
    private readonly RankedTable table;
    private readonly SplitSearch search;
    private readonly TreeOptions options;
    private readonly int maxFeatures;
    private readonly int[] features;
    private readonly int[] rows;
    private readonly int[] waiting;
    private readonly Stack<(int Node, int Start, int Count, int Depth)> open = new();
    private readonly List<TreeNode> nodes = [];
    private readonly List<ulong> words = [];
    private double[] decreases = [];
    private CartLeaves leaves = new(0);
    private double rootWeight;
    private int depth;

    /// <summary>A grower for trees on this table.</summary>
    public CartGrower(RankedTable table, SplitSearch search, TreeOptions options)
    {
        this.table = table;
        this.search = search;
        this.options = options;
        maxFeatures = options.MaxFeatures ?? table.Features.Length;
        features = [.. Enumerable.Range(0, table.Features.Length)];
        rows = new int[table.Rows];
        waiting = new int[table.Rows];
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="treeRows">The rows to grow it on.</param>
    /// <param name="outputs">Classes, or one value.</param>
    /// <param name="random">Draws the features of each node.</param>
    public CartTree Grow(ReadOnlySpan<int> treeRows, int outputs, RandomSource random)
    {
        treeRows.CopyTo(rows);
        for (int feature = 0; feature < features.Length; feature++)
            features[feature] = feature;
        nodes.Clear();
        words.Clear();
        decreases = new double[features.Length];
        leaves = new CartLeaves(outputs);
        depth = 0;
        nodes.Add(default);
        open.Push((0, 0, treeRows.Length, 0));
        while (open.TryPop(out (int Node, int Start, int Count, int Depth) next))
            Finish(next.Node, next.Start, next.Count, next.Depth, random);
        return new CartTree(new TreeStructure([.. nodes], [.. words]), leaves, decreases, depth);
    }

    private void Finish(int node, int start, int count, int nodeDepth, RandomSource random)
    {
        depth = Math.Max(depth, nodeDepth);
        ReadOnlySpan<int> own = rows.AsSpan(start, count);
        search.Enter(own);
        if (node == 0)
            rootWeight = search.Weight;
        if (!MaySplit(count, nodeDepth) || search.IsPure || !FindSplit(own, random, out CartSplit best))
        {
            nodes[node] = TreeNode.Leaf(node, leaves.Count);
            search.AddLeaf(leaves);
            return;
        }

        int left = Part(start, count, best);
        RankedFeature feature = table.Features[best.Feature];
        if (!feature.HasMissing)
            best.MissingLeft = left > count - left;
        nodes[node] = Decision(best, feature);
        nodes.Add(default);
        nodes.Add(default);
        open.Push((nodes.Count - 1, start + left, count - left, nodeDepth + 1));
        open.Push((nodes.Count - 2, start, left, nodeDepth + 1));
    }

    private bool MaySplit(int count, int nodeDepth) =>
        count >= options.MinSamplesSplit
        && count >= 2 * options.MinSamplesLeaf
        && (options.MaxDepth is null || nodeDepth < options.MaxDepth);

    private bool FindSplit(ReadOnlySpan<int> own, RandomSource random, out CartSplit best)
    {
        best = CartSplit.None;
        bool found = false;
        bool drawn = maxFeatures < features.Length;
        for (int tried = 0; tried < features.Length && (tried < maxFeatures || !found); tried++)
        {
            int other = drawn ? tried + random.NextInt32(features.Length - tried) : tried;
            (features[tried], features[other]) = (features[other], features[tried]);
            int feature = features[tried];
            found |= search.Find(own, table.Features[feature], feature, ref best);
        }

        if (best.Feature < 0)
            return false;
        double decrease = Math.Max(0, search.DecreaseOf(best.Score)) / rootWeight;
        if (decrease < options.MinImpurityDecrease)
            return false;
        decreases[best.Feature] += decrease;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Part(int start, int count, in CartSplit split)
    {
        RankedFeature feature = table.Features[split.Feature];
        ushort[] ranks = feature.Ranks;
        Span<int> own = rows.AsSpan(start, count);
        int left = 0;
        int right = 0;
        int missingRank = split.MissingLeft ? feature.RankCount : -1;
        for (int i = 0; i < own.Length; i++)
        {
            int row = own[i];
            int rank = ranks[row];
            bool isLeft = split.LeftRanks is ulong[] set
                ? CategorySet.Contains(set, rank)
                : rank <= split.Below || rank == missingRank;
            own[left] = row;
            waiting[right] = row;
            left += isLeft ? 1 : 0;
            right += isLeft ? 0 : 1;
        }

        waiting.AsSpan(0, right).CopyTo(own[left..]);
        return left;
    }

    private TreeNode Decision(in CartSplit split, RankedFeature feature)
    {
        var decision = new TreeNode { Feature = split.Feature, Left = nodes.Count };
        if (split.LeftRanks is not ulong[] set)
        {
            decision.Threshold = feature.ThresholdBetween(split.Below, split.Above);
            decision.Rule = split.MissingLeft ? TreeNode.MissingLeft : TreeNode.MissingRight;
            return decision;
        }

        decision.Rule = words.Count;
        if (split.MissingLeft)
            set[feature.RankCount >> 6] |= 1UL << (feature.RankCount & 63);
        words.AddRange(set);
        return decision;
    }
}
