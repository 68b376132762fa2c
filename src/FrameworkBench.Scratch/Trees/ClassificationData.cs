namespace FrameworkBench.Scratch.Trees;

/// <summary>Rows whose class is known.</summary>
public sealed class ClassificationData
{
    /// <summary>Puts features and classes together.</summary>
    /// <param name="features">At least one row.</param>
    /// <param name="classes">The class of each row, 0 … <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">How many classes there are, at least two; some may be absent from these rows.</param>
    /// <exception cref="ArgumentException">No rows, another number of classes than rows, or a class out of range.</exception>
    public ClassificationData(FeatureTable features, ReadOnlyMemory<int> classes, int classCount)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        if (features.Rows == 0)
            throw new ArgumentException("There are no rows.", nameof(features));
        if (classes.Length != features.Rows)
        {
            throw new ArgumentException(
                $"{classes.Length} classes were given for {features.Rows} rows.", nameof(classes));
        }

        ReadOnlySpan<int> all = classes.Span;
        for (int row = 0; row < all.Length; row++)
        {
            if ((uint)all[row] >= (uint)classCount)
            {
                throw new ArgumentException(
                    $"Row {row} has class {all[row]}; with {classCount} classes it must be 0 to {classCount - 1}.",
                    nameof(classes));
            }
        }

        Features = features;
        Classes = classes;
        ClassCount = classCount;
    }

    /// <summary>The rows.</summary>
    public FeatureTable Features { get; }

    /// <summary>The class of each row.</summary>
    public ReadOnlyMemory<int> Classes { get; }

    /// <summary>How many classes there are.</summary>
    public int ClassCount { get; }
}
