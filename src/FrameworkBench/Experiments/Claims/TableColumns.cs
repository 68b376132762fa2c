namespace FrameworkBench.Experiments.Claims;

/// <summary>What the inputs of a table are.</summary>
public enum TableColumns
{
    /// <summary>Numbers only.</summary>
    Numeric,

    /// <summary>Categories, alone or beside numbers.</summary>
    Mixed,
}
