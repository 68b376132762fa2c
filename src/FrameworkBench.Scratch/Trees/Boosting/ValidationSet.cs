namespace FrameworkBench.Scratch.Trees.Boosting;

/// <summary>The rows that early stopping watches.</summary>
internal sealed class ValidationSet
{
    private readonly BoostingLoss loss;
    private readonly double[] raw;
    private readonly float[] encoded;
    private readonly int columns;

    /// <summary>The rows at the baseline.</summary>
    public ValidationSet(FeatureTable features, BoostingLoss loss, RowEncoder encoder, double[] raw)
    {
        this.loss = loss;
        this.raw = raw;
        columns = features.Columns;
        encoded = new float[features.Values.Length];
        float[] buffer = new float[columns];
        for (int row = 0; row < features.Rows; row++)
            encoder.Encode(features.Row(row), buffer).CopyTo(encoded.AsSpan(row * columns));
    }

    /// <summary>Adds a tree to an output's raw predictions.</summary>
    public void Add(BoostedTree tree, int output)
    {
        Span<double> own = raw.AsSpan(output * loss.RowStride, loss.Rows);
        for (int row = 0; row < own.Length; row++)
            own[row] += tree.ValueOf(encoded.AsSpan(row * columns, columns));
    }

    /// <summary>The mean loss of the trees added so far.</summary>
    public double Loss()
    {
        loss.Update(raw);
        return loss.Mean();
    }
}
