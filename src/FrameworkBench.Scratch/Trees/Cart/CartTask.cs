namespace FrameworkBench.Scratch.Trees.Cart;

/// <summary>What trees are grown for: the targets of the rows, as classes or as values.</summary>
internal sealed class CartTask
{
    private readonly int[] classes = [];
    private readonly double[] values = [];
    private readonly double mean;

    /// <summary>Classification.</summary>
    public CartTask(ClassificationData data)
    {
        Features = data.Features;
        Outputs = data.ClassCount;
        IsClassification = true;
        classes = data.Classes.ToArray();
    }

    /// <summary>Regression. Targets are taken relative to their mean: sums of squares lose fewer digits.</summary>
    public CartTask(RegressionData data)
    {
        Features = data.Features;
        Outputs = 1;
        values = data.Targets.ToArray();
        mean = values.Average();
        values = Array.ConvertAll(values, value => value - mean);
    }

    /// <summary>The rows.</summary>
    public FeatureTable Features { get; }

    /// <summary>Classes, or one value.</summary>
    public int Outputs { get; }

    /// <summary>Whether the targets are classes.</summary>
    public bool IsClassification { get; }

    /// <summary>A search for splits; its weights may change between trees.</summary>
    public SplitSearch Search(ushort[] weights, TreeOptions options)
    {
        if (!IsClassification)
            return new SumSplitSearch(values, weights, isClass: false, mean, options.MinSamplesLeaf);
        return Outputs == 2 && options.Criterion == SplitCriterion.Gini
            ? new SumSplitSearch(
                Array.ConvertAll(classes, label => (double)label), weights, isClass: true, 0, options.MinSamplesLeaf)
            : new ClassSplitSearch(classes, Outputs, weights, options.Criterion, options.MinSamplesLeaf);
    }

    /// <summary>The share of rows whose most probable class is right, or R².</summary>
    /// <param name="predictions">rows × outputs.</param>
    /// <param name="isKnown">The rows that count.</param>
    /// <returns>NaN when no row counts, or R² of targets that are all the same.</returns>
    public double Score(ReadOnlySpan<double> predictions, ReadOnlySpan<bool> isKnown)
    {
        int known = 0;
        int right = 0;
        double sum = 0;
        double squares = 0;
        double errors = 0;
        for (int row = 0; row < isKnown.Length; row++)
        {
            if (!isKnown[row])
                continue;
            known++;
            ReadOnlySpan<double> own = predictions.Slice(row * Outputs, Outputs);
            if (IsClassification)
            {
                right += MostProbable(own) == classes[row] ? 1 : 0;
                continue;
            }

            double error = own[0] - mean - values[row];
            sum += values[row];
            squares += values[row] * values[row];
            errors += error * error;
        }

        if (IsClassification)
            return known > 0 ? (double)right / known : double.NaN;
        double spread = squares - (sum * sum / known);
        return spread > 0 ? 1 - (errors / spread) : double.NaN;
    }

    private static int MostProbable(ReadOnlySpan<double> shares)
    {
        int best = 0;
        for (int label = 1; label < shares.Length; label++)
            best = shares[label] > shares[best] ? label : best;
        return best;
    }
}
