using FrameworkBench.Claims;

namespace FrameworkBench.Simulations;

/// <summary>What one simulated run found.</summary>
/// <param name="Ruling">The verdict.</param>
/// <param name="Truth">The right verdict; null at the boundary, where the truth lies infinitely close to either side.</param>
internal readonly record struct SimulatedVerdict(Ruling Ruling, Ruling? Truth = null);
