namespace FrameworkBench.Experiments.Claims;

/// <summary>A figure that a document prints of one run.</summary>
/// <param name="Metric">The figure.</param>
/// <param name="Value">What the document prints.</param>
public sealed record PrintedFigure(MetricReference Metric, double Value);
