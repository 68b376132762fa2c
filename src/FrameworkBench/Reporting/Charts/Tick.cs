namespace FrameworkBench.Reporting.Charts;

/// <summary>A place on an axis; without a label it is a minor one.</summary>
internal readonly record struct Tick(double Value, string Label);
