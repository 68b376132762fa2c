namespace FrameworkBench.Scratch.Trees;

/// <summary>A fitted tree: from a row's features to the number of a leaf.</summary>
/// <param name="nodes">The root first.</param>
/// <param name="categoryWords">The sets of categories, as bits.</param>
internal sealed class TreeStructure(TreeNode[] nodes, ulong[] categoryWords)
{
    /// <summary>The nodes, the root first.</summary>
    public ReadOnlySpan<TreeNode> Nodes => nodes;

    /// <summary>The sets of categories, as bits.</summary>
    public ReadOnlySpan<ulong> CategoryWords => categoryWords;

    /// <summary>The leaf a row falls into.</summary>
    /// <param name="row">The features as <see cref="RowEncoder"/> gives them.</param>
    public int LeafOf(ReadOnlySpan<float> row)
    {
        TreeNode[] all = nodes;
        int at = 0;
        while (true)
        {
            ref readonly TreeNode node = ref all[at];
            if (node.Left < 0)
                return ~node.Left;
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
}
