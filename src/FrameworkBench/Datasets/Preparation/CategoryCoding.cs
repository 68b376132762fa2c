namespace FrameworkBench.Datasets.Preparation;

/// <summary>How categories become numbers.</summary>
public enum CategoryCoding
{
    /// <summary>
    /// A column of 0 and 1 for each category that the training rows have; a category that they do not have is 0 everywhere.
    /// </summary>
    OneHot,

    /// <summary>The category's index, for models that take raw categories.</summary>
    Codes,
}
