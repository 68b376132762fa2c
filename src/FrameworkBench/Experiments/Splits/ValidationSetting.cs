using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Experiments.Splits;

/// <summary>Which training rows an experiment sets aside, and whether every seed sets aside others.</summary>
/// <param name="Plan">How they are picked.</param>
/// <param name="FromSeed">Whether the trial's seed takes the place of the plan's random state, as scikit-learn's networks do it.</param>
public sealed record ValidationSetting(ValidationPlan Plan, bool FromSeed)
{
    /// <summary>The plan for a trial of a seed.</summary>
    public ValidationPlan For(long seed) => FromSeed ? Plan with { RandomState = unchecked((uint)seed) } : Plan;
}
