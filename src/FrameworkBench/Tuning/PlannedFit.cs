using FrameworkBench.Trials;

namespace FrameworkBench.Tuning;

/// <summary>One fit that a plan asks for.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="IsKept">Whether its outcome is kept, so that no engine is asked.</param>
public sealed record PlannedFit(PlannedTrial Fit, bool IsKept);
