namespace FrameworkBench.Datasets.Preparation;

/// <summary>What is done to a table before a model sees it. Everything is fitted on training rows only.</summary>
public sealed record PreparationPlan
{
    /// <summary>The table as it is: raw numbers, category codes, missing values as NaN.</summary>
    public static PreparationPlan Raw { get; } = new()
    {
        Inputs = InputScaling.Raw,
        Categories = CategoryCoding.Codes,
        Missing = MissingTreatment.Keep,
    };

    /// <summary>How numeric inputs are scaled.</summary>
    public InputScaling Inputs { get; init; } = InputScaling.Standardize;

    /// <summary>How categories become numbers.</summary>
    public CategoryCoding Categories { get; init; } = CategoryCoding.OneHot;

    /// <summary>What stands for a missing value. In one-hot columns a missing category is 0 everywhere.</summary>
    public MissingTreatment Missing { get; init; } = MissingTreatment.ImputeMedian;

    /// <summary>Adds a column of 0 and 1 for each input that is missing in some training row.</summary>
    public bool Indicator { get; init; }

    /// <summary>One-hot only: categories in fewer training rows than this share one column, and so do unseen ones; 0 pools none.</summary>
    public int RareBelow { get; init; }

    /// <summary>
    /// One-hot only: at most so many columns for one input, the last of them for all less frequent categories and unseen ones.
    /// </summary>
    public int MostCategories { get; init; } = 255;

    /// <summary>How the target of a regression is scaled.</summary>
    public TargetScaling Target { get; init; } = TargetScaling.Raw;

    /// <summary>Learns medians, scales and categories from training rows.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="trainRows">The rows to learn from, at least one.</param>
    /// <exception cref="ArgumentException">There are no training rows.</exception>
    public FittedPreparation Fit(Dataset dataset, ReadOnlySpan<int> trainRows)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (trainRows.IsEmpty)
            throw new ArgumentException("There are no training rows to learn from.", nameof(trainRows));
        return FittedPreparation.Fit(dataset, trainRows, this);
    }
}
