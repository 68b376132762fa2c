namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>One tree of a boosted model.</summary>
/// <param name="Structure">From a row to a leaf.</param>
/// <param name="LeafValues">What each leaf adds to the raw prediction, learning rate applied.</param>
/// <param name="Gains">By how much each split reduced the loss: feature and gain.</param>
internal sealed record BoostedTree(
    TreeStructure Structure, double[] LeafValues, (int Feature, double Gain)[] Gains)
{
    /// <summary>What the tree adds for a row.</summary>
    public double ValueOf(ReadOnlySpan<float> encodedRow) => LeafValues[Structure.LeafOf(encodedRow)];
}
