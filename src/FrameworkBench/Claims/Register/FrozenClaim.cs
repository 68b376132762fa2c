using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims.Register;

/// <summary>A claim that is to be frozen.</summary>
/// <param name="Experiment">Its experiment.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
public sealed record FrozenClaim(Experiment Experiment, ClaimSpec Claim, ClaimFingerprint Fingerprint);
