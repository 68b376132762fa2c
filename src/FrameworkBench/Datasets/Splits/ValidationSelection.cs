namespace FrameworkBench.Datasets.Splits;

/// <summary>How validation rows are picked from the training rows.</summary>
public enum ValidationSelection
{
    /// <summary>
    /// At random, the classes in equal shares, as scikit-learn's networks do. At random where that cannot be: a regression, a class with
    /// one row, fewer rows than classes.
    /// </summary>
    Stratified,

    /// <summary>At random.</summary>
    Random,

    /// <summary>The last of the training rows, as Keras' <c>validation_split</c> does.</summary>
    Last,
}
