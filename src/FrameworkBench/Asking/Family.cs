namespace FrameworkBench.Asking;

/// <summary>The families of models between which a user chooses.</summary>
public enum Family
{
    /// <summary>Neither: what any model must beat.</summary>
    Baseline,

    /// <summary>Forests and boosted trees.</summary>
    Trees,

    /// <summary>Networks.</summary>
    Networks,
}
