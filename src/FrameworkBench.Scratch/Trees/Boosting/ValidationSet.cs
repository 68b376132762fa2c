namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The rows that early stopping watches.</summary>
internal sealed class ValidationSet
{
    private readonly BoostingLoss loss;
    private readonly double[] raw;
    private readonly FeatureTable encoded;
    private readonly int[] leaves;

    /// <summary>The rows at the baseline.</summary>
    public ValidationSet(FeatureTable features, BoostingLoss loss, RowEncoder encoder, double[] raw)
    {
        this.loss = loss;
        this.raw = raw;
        encoded = encoder.Encode(features);
        leaves = new int[raw.Length];
    }

    /// <summary>Adds a tree to an output's raw predictions; different outputs may be added to at once.</summary>
    public void Add(BoostedTree tree, int output)
    {
        int first = output * loss.RowStride;
        tree.AddTo(encoded.Values, encoded.Columns, raw.AsSpan(first, loss.Rows), step: 1, leaves.AsSpan(first, loss.Rows));
    }

    /// <summary>The mean loss of the trees added so far.</summary>
    public double Loss()
    {
        loss.Update(raw, threads: 1);
        return loss.Mean();
    }
}
