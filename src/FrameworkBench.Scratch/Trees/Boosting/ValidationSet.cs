namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The rows that early stopping watches.</summary>
internal sealed class ValidationSet
{
    private readonly BoostingLoss loss;
    private readonly double[] raw;
    private readonly float[] encoded;
    private readonly int[] leaves;
    private readonly int columns;

    /// <summary>The rows at the baseline.</summary>
    public ValidationSet(FeatureTable features, BoostingLoss loss, RowEncoder encoder, double[] raw)
    {
        this.loss = loss;
        this.raw = raw;
        columns = features.Columns;
        encoded = encoder.Encode(features.Values).ToArray();
        leaves = new int[features.Rows];
    }

    /// <summary>Adds a tree to an output's raw predictions.</summary>
    public void Add(BoostedTree tree, int output) =>
        tree.AddTo(encoded, columns, raw.AsSpan(output * loss.RowStride, loss.Rows), step: 1, leaves);

    /// <summary>The mean loss of the trees added so far.</summary>
    public double Loss()
    {
        loss.Update(raw);
        return loss.Mean();
    }
}
