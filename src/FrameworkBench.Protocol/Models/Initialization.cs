namespace FrameworkBench.Protocol.Models;

/// <summary>How the weights of a layer start.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Scale">σ of <see cref="InitializationKind.Normal"/>, the limit of <see cref="InitializationKind.Uniform"/>; unused by the
/// others.</param>
public sealed record Initialization(InitializationKind Kind, double Scale = 0);
