namespace FrameworkBench.Engines.Installation;

/// <summary>How an installation went.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Installed">Whether the engine can be started now.</param>
/// <param name="Tried">What was tried, in order, one line each.</param>
/// <param name="Reason">Why it could not be installed and what else can be done; null when it was.</param>
public sealed record InstallResult(string Engine, bool Installed, IReadOnlyList<string> Tried, string? Reason);
