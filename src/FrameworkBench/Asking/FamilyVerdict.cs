namespace FrameworkBench.Asking;

/// <summary>Which family is better on a table.</summary>
public enum FamilyVerdict
{
    /// <summary>The difference may be chance.</summary>
    TooClose,

    /// <summary>Trees.</summary>
    Trees,

    /// <summary>Networks.</summary>
    Networks,
}
