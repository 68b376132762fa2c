namespace FrameworkBench.Scratch.Numerics.Optimization;

/// <summary>Where a minimiser ended.</summary>
/// <param name="Point">The best point it found.</param>
/// <param name="Value">The function there.</param>
/// <param name="GradientSize">The largest absolute component of the gradient there.</param>
/// <param name="Iterations">Steps it took.</param>
/// <param name="Converged">Whether the gradient is within the tolerance.</param>
internal sealed record Minimum(double[] Point, double Value, double GradientSize, int Iterations, bool Converged);
