namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>One tree of a boosted model.</summary>
/// <param name="Structure">From a row to a leaf.</param>
/// <param name="LeafValues">What each leaf adds to the raw prediction, learning rate applied.</param>
/// <param name="Gains">By how much each split reduced the loss: feature and gain.</param>
internal sealed record BoostedTree(
    TreeStructure Structure, double[] LeafValues, (int Feature, double Gain)[] Gains)
{
    /// <summary>Adds the tree to many rows' raw predictions.</summary>
    /// <param name="encodedRows">rows × <paramref name="columns"/>.</param>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="raw">Receives; the rows' predictions are <paramref name="step"/> apart.</param>
    /// <param name="step">1, or how many outputs a row has.</param>
    /// <param name="leaves">Room for a number a row.</param>
    public void AddTo(ReadOnlySpan<float> encodedRows, int columns, Span<double> raw, int step, Span<int> leaves)
    {
        Structure.LeavesOf(encodedRows, columns, leaves);
        for (int row = 0, at = 0; row < leaves.Length; row++, at += step)
            raw[at] += LeafValues[leaves[row]];
    }
}
