namespace FrameworkBench.Scoring;

/// <summary>How often rows of one class were predicted as another.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[] counts;

    /// <summary>Counts pairs of a true and a predicted class.</summary>
    /// <param name="classNames">The classes.</param>
    /// <param name="labels">True class index of each row.</param>
    /// <param name="predicted">Predicted class index of each row.</param>
    public ConfusionMatrix(IReadOnlyList<string> classNames, ReadOnlySpan<int> labels, ReadOnlySpan<int> predicted)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Length, labels.Length, nameof(predicted));
        ClassNames = classNames;
        Rows = labels.Length;
        counts = new int[classNames.Count * classNames.Count];
        for (int row = 0; row < labels.Length; row++)
            counts[(labels[row] * classNames.Count) + predicted[row]]++;
    }

    /// <summary>The classes, in the order of their indices.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Number of rows counted.</summary>
    public int Rows { get; }

    /// <summary>How many rows of a class were predicted as a class.</summary>
    /// <param name="label">Index of the true class.</param>
    /// <param name="predicted">Index of the predicted class.</param>
    public int this[int label, int predicted] => counts[(label * ClassNames.Count) + predicted];

    /// <summary>Rows that are of a class.</summary>
    public int Support(int label) => Enumerable.Range(0, ClassNames.Count).Sum(predicted => this[label, predicted]);

    /// <summary>Rows that were predicted as a class.</summary>
    public int Predicted(int predicted) => Enumerable.Range(0, ClassNames.Count).Sum(label => this[label, predicted]);

    /// <summary>Rows that were predicted rightly.</summary>
    public int Right() => Enumerable.Range(0, ClassNames.Count).Sum(label => this[label, label]);
}
