namespace FrameworkBench.Datasets;

/// <summary>How the values of an input column are to be read.</summary>
public enum ColumnKind
{
    /// <summary>Numbers, whose order and distance mean something.</summary>
    Numeric,

    /// <summary>One of a list of categories, stored as its index in the list.</summary>
    Categorical,
}
