namespace FrameworkBench.Engines.Conformance;

/// <summary>One check and how it came out.</summary>
/// <param name="Check">What must hold.</param>
/// <param name="Verdict">Whether it did.</param>
/// <param name="Reason">What was found and what would be right, or why the check was skipped; null when it passed.</param>
/// <param name="Log">The end of the engine's standard error, where the check failed.</param>
public sealed record CheckResult(string Check, CheckVerdict Verdict, string? Reason, string? Log = null);
