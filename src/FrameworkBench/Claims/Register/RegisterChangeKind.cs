namespace FrameworkBench.Claims.Register;

/// <summary>How an entry of the register changes.</summary>
public enum RegisterChangeKind
{
    /// <summary>The claim was in no register.</summary>
    Added,

    /// <summary>The claim was frozen before, and something that its verdict depends on was changed since.</summary>
    Changed,

    /// <summary>There is no such claim any more.</summary>
    Removed,
}
