using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>
/// Grows exact classification and regression trees, depth first (Breiman et al. 1984), trying features in a drawn order
/// as scikit-learn does: features constant in a node count as tried, but the search goes on until one is not. What is
/// constant in a node is so in all below it, and is not looked at there again.
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
    private readonly SortedBlock? block;
    private readonly bool[] isConstant;
    private readonly List<int> constants = [];
    private readonly Stack<OpenNode> open = new();
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
        isConstant = new bool[table.Features.Length];
        block = search.ScansSorted && SortedBlock.Pays(table, maxFeatures) ? new SortedBlock(table) : null;
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
        block?.Clear();
        nodes.Add(default);
        open.Push(new OpenNode(0, 0, treeRows.Length, 0, 0));
        while (open.TryPop(out OpenNode next))
        {
            ForgetConstants(next.Constants);
            Finish(next, random);
        }

        ForgetConstants(0);
        return new CartTree(new TreeStructure([.. nodes], [.. words]), leaves, decreases, depth);
    }

    private void Finish(OpenNode next, RandomSource random)
    {
        (int node, int start, int count, int nodeDepth, _) = next;
        depth = Math.Max(depth, nodeDepth);
        ReadOnlySpan<int> own = rows.AsSpan(start, count);
        search.Enter(own);
        if (node == 0)
            rootWeight = search.Weight;
        if (!MaySplit(count, nodeDepth) || search.IsPure || !FindSplit(own, start, random, out CartSplit best))
        {
            nodes[node] = TreeNode.Leaf(node, leaves.Count);
            search.AddLeaf(leaves);
            return;
        }

        int left = Part(start, count, best);
        if (block is not null && block.Holds(start) && Math.Max(left, count - left) >= options.MinSamplesSplit)
            block.Part(rows.AsSpan(start, count), left, start, isConstant);
        RankedFeature feature = table.Features[best.Feature];
        if (!feature.HasMissing)
            best.MissingLeft = left > count - left;
        nodes[node] = Decision(best, feature);
        nodes.Add(default);
        nodes.Add(default);
        open.Push(new OpenNode(nodes.Count - 1, start + left, count - left, nodeDepth + 1, constants.Count));
        open.Push(new OpenNode(nodes.Count - 2, start, left, nodeDepth + 1, constants.Count));
    }

    private bool MaySplit(int count, int nodeDepth) =>
        count >= options.MinSamplesSplit
        && count >= 2 * options.MinSamplesLeaf
        && (options.MaxDepth is null || nodeDepth < options.MaxDepth);

    // Depth first: what was found after these lies in a part of the tree that is finished.
    private void ForgetConstants(int from)
    {
        foreach (int feature in CollectionsMarshal.AsSpan(constants)[from..])
            isConstant[feature] = false;
        CollectionsMarshal.SetCount(constants, from);
    }

    private bool FindSplit(ReadOnlySpan<int> own, int start, RandomSource random, out CartSplit best)
    {
        bool isSorted = block is not null && (block.Holds(start) || SortBlock(own, start));
        best = CartSplit.None;
        bool found = false;
        bool drawn = maxFeatures < features.Length;
        for (int tried = 0; tried < features.Length && (tried < maxFeatures || !found); tried++)
        {
            int other = drawn ? tried + random.NextInt32(features.Length - tried) : tried;
            (features[tried], features[other]) = (features[other], features[tried]);
            int feature = features[tried];
            if (isConstant[feature])
                continue;
            bool varies = isSorted && block!.Has(feature)
                ? search.FindSorted(block.Order(feature, start, own.Length), table.Features[feature], feature, ref best)
                : search.Find(own, table.Features[feature], feature, ref best);
            found |= varies;
            if (varies)
                continue;
            isConstant[feature] = true;
            constants.Add(feature);
        }

        if (best.Feature < 0)
            return false;
        double decrease = Math.Max(0, search.DecreaseOf(best.Score)) / rootWeight;
        if (decrease < options.MinImpurityDecrease)
            return false;
        decreases[best.Feature] += decrease;
        return true;
    }

    private bool SortBlock(ReadOnlySpan<int> own, int start)
    {
        if (!block!.Suits(own.Length))
            return false;
        block.Sort(own, start);
        search.EnterBlock(own);
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
        if (split.LeftRanks is not ulong[] set)
        {
            float threshold = feature.ThresholdBetween(split.Below, split.Above);
            return TreeNode.AtThreshold(split.Feature, nodes.Count, threshold, split.MissingLeft);
        }

        var decision = TreeNode.BySet(split.Feature, nodes.Count, words.Count);
        if (split.MissingLeft)
            set[feature.RankCount >> 6] |= 1UL << (feature.RankCount & 63);
        words.AddRange(set);
        return decision;
    }

    /// <summary>
    /// A node to be finished: its place in the tree, its rows, its depth, and how many features were known to be constant.
    /// </summary>
    private readonly record struct OpenNode(int Node, int Start, int Count, int Depth, int Constants);
}
