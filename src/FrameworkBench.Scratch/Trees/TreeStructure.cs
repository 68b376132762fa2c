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
    public unsafe void LeavesOf(ReadOnlySpan<float> rows, int columns, Span<int> leaves) => Find(rows, columns, null, leaves);

    /// <summary>The leaves some rows fall into.</summary>
    /// <param name="rows">rows × <paramref name="columns"/>, as <see cref="RowEncoder"/> gives them.</param>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="chosen">The numbers of these rows.</param>
    /// <param name="leaves">Receives a leaf for each of them.</param>
    public unsafe void LeavesOf(ReadOnlySpan<float> rows, int columns, ReadOnlySpan<int> chosen, Span<int> leaves)
    {
        fixed (int* numbers = chosen)
            Find(rows, columns, numbers, leaves[..chosen.Length]);
    }

    // Of the first rows when none are chosen.
    private unsafe void Find(ReadOnlySpan<float> rows, int columns, int* chosen, Span<int> leaves)
    {
        float** together = stackalloc float*[Together];
        int first = 0;
        fixed (float* values = rows)
        {
            for (; first + Together <= leaves.Length; first += Together)
            {
                for (int i = 0; i < Together; i++)
                    together[i] = values + ((long)Number(first + i) * columns);
                if (categoryWords.Length == 0)
                    Descend<ThresholdStep>(together, leaves[first..]);
                else
                    Descend<CategoryStep>(together, leaves[first..]);
            }
        }

        for (; first < leaves.Length; first++)
            leaves[first] = LeafOf(rows.Slice(Number(first) * columns, columns));

        int Number(int i) => chosen == null ? i : chosen[i];
    }

    // Eight rows at once: while one waits for memory, the others go on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Descend<TStep>(float** rows, Span<int> leaves)
        where TStep : struct, ITreeStep
    {
        int n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
        fixed (TreeNode* all = nodes)
        fixed (ulong* words = categoryWords)
        {
            while (true)
            {
                int m0 = TStep.Next(all + n0, rows[0], words);
                int m1 = TStep.Next(all + n1, rows[1], words);
                int m2 = TStep.Next(all + n2, rows[2], words);
                int m3 = TStep.Next(all + n3, rows[3], words);
                int m4 = TStep.Next(all + n4, rows[4], words);
                int m5 = TStep.Next(all + n5, rows[5], words);
                int m6 = TStep.Next(all + n6, rows[6], words);
                int m7 = TStep.Next(all + n7, rows[7], words);
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
    }

    /// <summary>One step of a row down a tree, without a branch.</summary>
    private unsafe interface ITreeStep
    {
        /// <summary>The child that a row goes to; a leaf itself.</summary>
        static abstract int Next(TreeNode* node, float* row, ulong* words);
    }

    /// <summary>Down a tree that knows thresholds only.</summary>
    private readonly unsafe struct ThresholdStep : ITreeStep
    {
        // A missing value is never above the threshold; the lowest bit of the rule says whether it goes right all the same.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Next(TreeNode* node, float* row, ulong* words)
        {
            float value = row[node->Feature];
            int above = value > node->Threshold ? 1 : 0;
            int missing = float.IsNaN(value) ? 1 : 0;
            return node->Left + (above | (missing & node->Rule));
        }
    }

    /// <summary>Down a tree that knows sets of categories, too.</summary>
    private readonly unsafe struct CategoryStep : ITreeStep
    {
        // A set of categories has no threshold, and no encoded category is missing. What is read for a threshold is thrown away.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Next(TreeNode* node, float* row, ulong* words)
        {
            float value = row[node->Feature];
            bool isSet = float.IsNaN(node->Threshold);
            int category = isSet ? float.ConvertToIntegerNative<int>(value) : 0;
            ulong word = words[isSet ? node->Rule + (category >> 6) : 0];
            int outside = isSet ? (int)(~word >> (category & 63)) & 1 : 0;
            return outside + ThresholdStep.Next(node, row, words);
        }
    }
}
