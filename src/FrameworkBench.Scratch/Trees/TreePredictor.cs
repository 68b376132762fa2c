namespace FrameworkBench.Scratch.Trees;

/// <summary>A fitted model of trees: from rows of features to class probabilities or values.</summary>
public abstract class TreePredictor
{
    private readonly int threads;

    private protected TreePredictor(RowEncoder encoder, int outputs, int threads)
    {
        Encoder = encoder;
        OutputCount = outputs;
        this.threads = threads;
    }

    /// <summary>Numbers a row that are predicted: one probability a class, or one value.</summary>
    public int OutputCount { get; }

    /// <summary>How many features a row has.</summary>
    public int FeatureCount => Encoder.Columns;

    internal RowEncoder Encoder { get; }

    /// <summary>Class probabilities, or the value, of every row.</summary>
    /// <returns>rows × <see cref="OutputCount"/>, row-major.</returns>
    /// <exception cref="ArgumentException">The rows have another number of features than training had.</exception>
    public double[] Predict(FeatureTable rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Encoder.CheckColumns(rows.Columns);
        double[] predictions = new double[checked(rows.Rows * OutputCount)];
        RowBlocks.ForEach(rows.Rows, threads, (first, count) => Predict(
            rows.Block(first, count), predictions.AsSpan(first * OutputCount, count * OutputCount), count));
        return predictions;
    }

    /// <summary>Class probabilities, or the value, of one row.</summary>
    /// <param name="row">The features; NaN where missing.</param>
    /// <param name="prediction">Receives <see cref="OutputCount"/> numbers.</param>
    /// <exception cref="ArgumentException">The row has another number of features than training had, or the
    /// destination another length than <see cref="OutputCount"/>.</exception>
    public void Predict(ReadOnlySpan<float> row, Span<double> prediction)
    {
        Encoder.CheckColumns(row.Length);
        if (prediction.Length != OutputCount)
        {
            throw new ArgumentException(
                $"A prediction has {OutputCount} numbers, the destination {prediction.Length}.", nameof(prediction));
        }

        Predict(row, prediction, count: 1);
    }

    /// <summary>Predicts a block of rows.</summary>
    /// <param name="encodedRows">The rows as <see cref="RowEncoder"/> gives them.</param>
    /// <param name="predictions">rows × <see cref="OutputCount"/>; zeros at first.</param>
    /// <param name="leaves">Room for a number a row.</param>
    private protected abstract void PredictBlock(ReadOnlySpan<float> encodedRows, Span<double> predictions, Span<int> leaves);

    private void Predict(ReadOnlySpan<float> rows, Span<double> predictions, int count)
    {
        Span<int> leaves = count <= 64 ? stackalloc int[count] : new int[count];
        predictions.Clear();
        PredictBlock(Encoder.Encode(rows), predictions, leaves);
    }
}
