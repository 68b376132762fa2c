namespace FrameworkBench.Claims.Register;

/// <summary>What freezing did to a claim's entry.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Claim">The claim's name.</param>
/// <param name="Kind">Whether the entry is new, has another hash, or is gone.</param>
public sealed record RegisterChange(string Experiment, string Claim, RegisterChangeKind Kind);
