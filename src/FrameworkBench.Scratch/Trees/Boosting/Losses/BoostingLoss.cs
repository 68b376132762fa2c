namespace FrameworkBench.Scratch.Trees.Boosting.Losses;

/// <summary>
/// A loss over all rows, with its first and second derivative in the raw predictions. Raw predictions are kept output
/// after output, each with <see cref="RowStride"/> places, so that vectors need no remainder.
/// </summary>
internal abstract class BoostingLoss
{
    /// <summary>Rows are handled in blocks of so many.</summary>
    protected const int Lanes = 8;

    /// <summary>A loss over so many rows.</summary>
    protected BoostingLoss(int rows, int outputs)
    {
        Rows = rows;
        Outputs = outputs;
        RowStride = (rows + Lanes - 1) / Lanes * Lanes;
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Raw predictions a row, and trees a round.</summary>
    public int Outputs { get; }

    /// <summary>Places of one output in the raw predictions: the rows, rounded up.</summary>
    public int RowStride { get; }

    /// <summary>The best constant raw prediction of each output.</summary>
    public abstract double[] Baseline();

    /// <summary>Takes in new raw predictions: <see cref="Outputs"/> × <see cref="RowStride"/>.</summary>
    public abstract void Update(double[] raw, int threads);

    /// <summary>The mean loss at the raw predictions taken in last.</summary>
    public abstract double Mean();

    /// <summary>The scale under which one output's sums fit.</summary>
    public abstract GradientScale ScaleOf(int output);

    /// <summary>Each row's derivatives in one output.</summary>
    public abstract void Fill(int output, in GradientScale scale, Span<GradientSum> entries);

    /// <summary>Turns one row's raw predictions into what is predicted: a value, or class probabilities.</summary>
    public abstract void Predict(ReadOnlySpan<double> raw, Span<double> prediction);
}
