namespace FrameworkBench.Engines.Conformance;

/// <summary>What a check found.</summary>
/// <param name="Verdict">Whether the contract was kept.</param>
/// <param name="Reason">What was wrong, or why the check was skipped.</param>
internal readonly record struct CheckFinding(CheckVerdict Verdict, string? Reason)
{
    public static CheckFinding Passed { get; } = new(CheckVerdict.Passed, null);

    public static CheckFinding Failed(string reason) => new(CheckVerdict.Failed, reason);

    public static CheckFinding Skipped(string reason) => new(CheckVerdict.Skipped, reason);

    /// <summary>Passed when there is no problem.</summary>
    public static CheckFinding From(string? problem) => problem is null ? Passed : Failed(problem);
}
