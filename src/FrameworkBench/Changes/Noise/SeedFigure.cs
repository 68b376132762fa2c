namespace FrameworkBench.Changes.Noise;

/// <summary>A figure of one trial.</summary>
/// <param name="Split">The split's number.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Value">The figure, finite.</param>
public readonly record struct SeedFigure(int Split, long Seed, double Value);
