namespace FrameworkBench.Scratch.Trees;

/// <summary>Rows whose target value is known.</summary>
public sealed class RegressionData
{
    /// <summary>Puts features and targets together.</summary>
    /// <param name="features">At least one row.</param>
    /// <param name="targets">The target of each row, a finite number.</param>
    /// <exception cref="ArgumentException">No rows, another number of targets than rows, or a target that is not finite.</exception>
    public RegressionData(FeatureTable features, ReadOnlyMemory<double> targets)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Rows == 0)
            throw new ArgumentException("There are no rows.", nameof(features));
        if (targets.Length != features.Rows)
        {
            throw new ArgumentException(
                $"{targets.Length} targets were given for {features.Rows} rows.", nameof(targets));
        }

        ReadOnlySpan<double> all = targets.Span;
        for (int row = 0; row < all.Length; row++)
        {
            if (!double.IsFinite(all[row]))
            {
                throw new ArgumentException(
                    $"Row {row} has target {all[row]}; targets must be finite numbers.", nameof(targets));
            }
        }

        Features = features;
        Targets = targets;
    }

    /// <summary>The rows.</summary>
    public FeatureTable Features { get; }

    /// <summary>The target of each row.</summary>
    public ReadOnlyMemory<double> Targets { get; }
}
