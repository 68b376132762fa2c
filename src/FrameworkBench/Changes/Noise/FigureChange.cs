namespace FrameworkBench.Changes.Noise;

/// <summary>A figure that moved beyond noise.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="PValue">Of "only other seeds", corrected for the number of figures compared.</param>
public sealed record FigureChange(ComparedFigure Figure, double PValue);
