namespace FrameworkBench.Claims;

/// <summary>The figure of one trial that a claim asks for.</summary>
/// <param name="Split">The split's number.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="Figure">The figure; null when the trial does not have it, as a diverged or failed one has no accuracy.</param>
public readonly record struct Observation(int Split, long Seed, double? Figure);
