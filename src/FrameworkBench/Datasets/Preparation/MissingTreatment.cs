namespace FrameworkBench.Datasets.Preparation;

/// <summary>What stands for a missing value.</summary>
public enum MissingTreatment
{
    /// <summary>The median of the training rows; among category codes the most frequent one.</summary>
    ImputeMedian,

    /// <summary>The mean of the training rows; among category codes the most frequent one.</summary>
    ImputeMean,

    /// <summary>NaN, for models that take missing values.</summary>
    Keep,
}
