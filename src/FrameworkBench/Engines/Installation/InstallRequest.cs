namespace FrameworkBench.Engines.Installation;

/// <summary>What is to be installed, and from where.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Source">An extra package source: for a .NET engine a folder or feed of NuGet packages, for a Python engine a folder or
/// index of wheels; null for the usual one.</param>
/// <param name="Version">The framework's version; null for the one this project is tested with.</param>
public sealed record InstallRequest(EngineDefinition Engine, string? Source = null, string? Version = null);
