using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Engines.Conformance;

/// <summary>Whether an engine keeps the protocol's contract, check by check.</summary>
/// <param name="Hello">What the engine said of itself, or null when it said nothing.</param>
/// <param name="Results">The checks in the order in which they ran.</param>
public sealed record ConformanceReport(HelloReply? Hello, IReadOnlyList<CheckResult> Results)
{
    /// <summary>Whether no check failed.</summary>
    public bool Passed => Results.All(result => result.Verdict != CheckVerdict.Failed);

    /// <summary>How many checks came out so.</summary>
    public int Count(CheckVerdict verdict) => Results.Count(result => result.Verdict == verdict);
}
