using System.Runtime.CompilerServices;

namespace FrameworkBench.Scratch.Trees;

/// <summary>A fitted tree: from a row's features to the number of a leaf.</summary>
internal sealed class TreeStructure
{
    private const int Together = 8;

    private readonly TreeNode[] nodes;
    private readonly ulong[] categoryWords;

    /// <summary>A tree of these nodes.</summary>
    /// <param name="nodes">The root first.</param>
    /// <param name="categoryWords">The sets of categories, as bits.</param>
    public TreeStructure(TreeNode[] nodes, ulong[] categoryWords)
    {
        this.nodes = nodes;
        this.categoryWords = categoryWords;
    }

    /// <summary>The nodes, the root first.</summary>
    public ReadOnlySpan<TreeNode> Nodes => nodes;

    /// <summary>The sets of categories, as bits.</summary>
    public ReadOnlySpan<ulong> CategoryWords => categoryWords;

    /// <summary>Whether a node is a leaf.</summary>
    public bool IsLeaf(int at) => nodes[at].Left == at;

    /// <summary>The number of a leaf, by its place among the nodes.</summary>
    public int LeafNumber(int at) => nodes[at].Rule / 2;

    /// <summary>The leaf a row falls into.</summary>
    /// <param name="row">The features as <see cref="RowEncoder"/> gives them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LeafOf(ReadOnlySpan<float> row)
    {
        TreeNode[] all = nodes;
        for (int at = 0; ;)
        {
            ref readonly TreeNode node = ref all[at];
            if (node.Left == at)
                return node.Rule / 2;
            float value = row[node.Feature];
            bool right = node.Rule switch
            {
                TreeNode.MissingRight => !(value <= node.Threshold),
                TreeNode.MissingLeft => value > node.Threshold,
                _ => (categoryWords[node.Rule + ((int)value >> 6)] >> ((int)value & 63) & 1) == 0,
            };
            at = node.Left + (right ? 1 : 0);
        }
    }

    /// <summary>The leaves many rows fall into.</summary>
    /// <param name="rows">rows × <paramref name="columns"/>, as <see cref="RowEncoder"/> gives them.</param>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="leaves">Receives a leaf a row.</param>
    public unsafe void LeavesOf(ReadOnlySpan<float> rows, int columns, Span<int> leaves)
    {
        int first = 0;
        if (categoryWords.Length == 0)
        {
            fixed (TreeNode* all = nodes)
            fixed (float* values = rows)
            fixed (int* found = leaves)
            {
                for (; first + Together <= leaves.Length; first += Together)
                    Descend(all, values + ((long)first * columns), columns, found + first);
            }
        }

        for (; first < leaves.Length; first++)
            leaves[first] = LeafOf(rows.Slice(first * columns, columns));
    }

    // Eight rows at once: while one waits for memory, the others go on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Descend(TreeNode* all, float* row, int columns, int* leaves)
    {
        int n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
        while (true)
        {
            float* at = row;
            int m0 = Next(all + n0, at);
            int m1 = Next(all + n1, at += columns);
            int m2 = Next(all + n2, at += columns);
            int m3 = Next(all + n3, at += columns);
            int m4 = Next(all + n4, at += columns);
            int m5 = Next(all + n5, at += columns);
            int m6 = Next(all + n6, at += columns);
            int m7 = Next(all + n7, at + columns);
            int moved = (m0 ^ n0) | (m1 ^ n1) | (m2 ^ n2) | (m3 ^ n3) | (m4 ^ n4) | (m5 ^ n5) | (m6 ^ n6) | (m7 ^ n7);
            (n0, n1, n2, n3, n4, n5, n6, n7) = (m0, m1, m2, m3, m4, m5, m6, m7);
            if (moved == 0)
                break;
        }

        leaves[0] = all[n0].Rule / 2;
        leaves[1] = all[n1].Rule / 2;
        leaves[2] = all[n2].Rule / 2;
        leaves[3] = all[n3].Rule / 2;
        leaves[4] = all[n4].Rule / 2;
        leaves[5] = all[n5].Rule / 2;
        leaves[6] = all[n6].Rule / 2;
        leaves[7] = all[n7].Rule / 2;
    }

    // A missing value is never above the threshold; the lowest bit of the rule says whether it goes right all the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int Next(TreeNode* node, float* row)
    {
        float value = row[node->Feature];
        int above = value > node->Threshold ? 1 : 0;
        int missing = float.IsNaN(value) ? 1 : 0;
        return node->Left + (above | (missing & node->Rule));
    }
}
