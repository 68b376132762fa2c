using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp;

/// <summary>A fitted linear model.</summary>
/// <param name="Weights">features × outputs.</param>
/// <param name="Intercept">1 × outputs.</param>
/// <param name="Iterations">Steps of the solver.</param>
/// <param name="Converged">Whether the solver ended because there was nothing left to do, at a minimum.</param>
/// <param name="IsMinimum">Whether it is at a minimum, whatever ended it.</param>
internal sealed record LinearSolution(Tensor Weights, Tensor Intercept, int Iterations, bool Converged, bool IsMinimum);
