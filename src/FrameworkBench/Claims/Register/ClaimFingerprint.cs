namespace FrameworkBench.Claims.Register;

/// <summary>Stands for a claim and everything that its verdict depends on before a trial is run.</summary>
/// <param name="Hash">SHA-256 in lower-case hexadecimal, 64 digits; equal when nothing that matters was changed.</param>
/// <param name="Draws">The splits and seeds that it is run with.</param>
/// <param name="OnOneSplit">Whether rows are divided in one way only, as a document fixes it.</param>
public sealed record ClaimFingerprint(string Hash, Draws Draws, bool OnOneSplit)
{
    /// <summary>The hash by the plan that claims are frozen by: the default profile with the experiment's own seeds.</summary>
    public string PlannedHash { get; init; } = Hash;
}
