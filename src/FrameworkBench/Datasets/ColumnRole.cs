namespace FrameworkBench.Datasets;

/// <summary>What a column of a file is for.</summary>
public enum ColumnRole
{
    /// <summary>An input of numbers.</summary>
    Numeric,

    /// <summary>An input of categories.</summary>
    Categorical,

    /// <summary>No input: an identifier, or a column that would give the answer away.</summary>
    Ignored,

    /// <summary>What is to be predicted.</summary>
    Target,
}
