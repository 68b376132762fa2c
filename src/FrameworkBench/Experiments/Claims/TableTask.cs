namespace FrameworkBench.Experiments.Claims;

/// <summary>What the target of a table is.</summary>
public enum TableTask
{
    /// <summary>One of two or more classes.</summary>
    Classification,

    /// <summary>A value.</summary>
    Regression,
}
