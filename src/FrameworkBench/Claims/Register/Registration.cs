namespace FrameworkBench.Claims.Register;

/// <summary>
/// What the register of claims says of a verdict. Every one but <see cref="Registered"/> is exploratory: it may fit what was seen before.
/// </summary>
public enum Registration
{
    /// <summary>The claim was never frozen.</summary>
    NotFrozen,

    /// <summary>
    /// The claim, or its data, models, splits, seeds or engines, or the rule that judges it, was changed since it was frozen.
    /// </summary>
    Changed,

    /// <summary>
    /// The claim is as it was frozen, but fewer or more seeds, splits or tables were run: the quick or full profile, or seeds by the
    /// command line.
    /// </summary>
    OtherPlan,

    /// <summary>Results of the same splits or seeds had been seen when it was frozen.</summary>
    AfterResults,

    /// <summary>It was frozen before its evidence was seen.</summary>
    Registered,
}
