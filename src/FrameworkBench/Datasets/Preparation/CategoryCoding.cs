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

    /// <summary>As <see cref="OneHot"/>, but two categories are one column of 1 and −1, where 0 is a missing or unseen one.</summary>
    OneHotSigned,

    /// <summary>
    /// As <see cref="OneHotSigned"/> up to 8 categories; more are the category's index, and NaN a missing or unseen one, for models that
    /// embed categories.
    /// </summary>
    Mixed,
}
