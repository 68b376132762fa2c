namespace FrameworkBench.Claims.Register;

/// <summary>A frozen claim: a line of the register.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Claim">The claim's name.</param>
/// <param name="Hash">The hash of its fingerprint.</param>
/// <param name="Seen">The splits and seeds of results that had been seen when it was frozen as it is, or as it was before.</param>
public sealed record RegisterEntry(string Experiment, string Claim, string Hash, IReadOnlyList<Draws> Seen)
{
    /// <summary>The line: <c>xor/xor-learnt 0f3a… seen -/0-29</c>.</summary>
    public override string ToString() => $"{Experiment}/{Claim} {Hash}" + (Seen.Count == 0 ? "" : $" seen {string.Join(' ', Seen)}");
}
