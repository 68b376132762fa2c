namespace FrameworkBench.Charts;

/// <summary>A line across the plot that the data are compared with.</summary>
/// <param name="Value">Where it crosses its axis.</param>
/// <param name="Label">What it is, written beside it, such as "document: 0.9667".</param>
public sealed record ReferenceLine(double Value, string Label);
