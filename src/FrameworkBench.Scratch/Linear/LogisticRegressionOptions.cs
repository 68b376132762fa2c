namespace FrameworkBench.Scratch.Linear;

/// <summary>How a logistic regression is fitted.</summary>
/// <param name="C">Inverse strength of the penalty, as scikit-learn's C: greater than 0; infinity for no penalty.</param>
/// <param name="Tolerance">Done when no component of the mean loss's gradient is larger.</param>
/// <param name="MaximumIterations">The most steps of L-BFGS, at least 1.</param>
public sealed record LogisticRegressionOptions(double C = 1, double Tolerance = 1e-9, int MaximumIterations = 10_000);
