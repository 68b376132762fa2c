namespace FrameworkBench.Cli.Json;

/// <summary>Trials of an engine that failed for one reason.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Trials">How many they are.</param>
/// <param name="First">The first of them.</param>
internal sealed record FailureJson(string Engine, string? Reason, int Trials, string First);
