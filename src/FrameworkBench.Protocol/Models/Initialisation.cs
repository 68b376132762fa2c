namespace FrameworkBench.Protocol.Models;

/// <summary>How the weights of a layer start.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Scale">σ of <see cref="InitialisationKind.Normal"/>, the limit of <see cref="InitialisationKind.Uniform"/>; unused by the others.</param>
public sealed record Initialisation(InitialisationKind Kind, double Scale = 0);
