namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>A grown tree with what its leaves predict.</summary>
/// <param name="Structure">From a row to a leaf.</param>
/// <param name="Leaves">From a leaf to a prediction.</param>
/// <param name="Decreases">By how much each feature's splits reduced the impurity, weighted by share of rows.</param>
/// <param name="Depth">Splits on the longest way to a leaf.</param>
internal sealed record CartTree(TreeStructure Structure, CartLeaves Leaves, double[] Decreases, int Depth)
{
    /// <summary>Adds the predictions for many rows to sums.</summary>
    /// <param name="encodedRows">rows × <paramref name="columns"/>.</param>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="sums">rows × outputs.</param>
    /// <param name="leaves">Room for a number a row.</param>
    public void AddTo(ReadOnlySpan<float> encodedRows, int columns, Span<double> sums, Span<int> leaves)
    {
        Structure.LeavesOf(encodedRows, columns, leaves);
        for (int row = 0; row < leaves.Length; row++)
            Leaves.AddTo(leaves[row], sums.Slice(row * Leaves.Outputs, Leaves.Outputs));
    }
}
