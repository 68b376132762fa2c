namespace FrameworkBench.Claims;

/// <summary>What the evidence says of a claim.</summary>
public enum Ruling
{
    /// <summary>The whole interval agrees with the claim.</summary>
    Holds,

    /// <summary>The whole interval contradicts the claim.</summary>
    DoesNotHold,

    /// <summary>The interval reaches to both sides of what the claim asks for.</summary>
    Inconclusive,

    /// <summary>True by construction, and every trial agrees: no evidence, and outside the count.</summary>
    ByConstruction,

    /// <summary>There is nothing to judge: the trials were not run, or the engine lacks something.</summary>
    NotJudged,
}
