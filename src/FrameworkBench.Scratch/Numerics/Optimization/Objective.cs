namespace FrameworkBench.Scratch.Numerics.Optimization;

/// <summary>A function to minimise: returns its value at a point and writes its gradient there.</summary>
internal delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);
