namespace FrameworkBench.Reporting.Charts;

/// <summary>A row of data in the plane.</summary>
/// <param name="X">The first feature.</param>
/// <param name="Y">The second feature.</param>
/// <param name="Class">The number of its true class.</param>
/// <param name="IsWrong">True when the model answers another class: the marker gets a ring.</param>
public readonly record struct DecisionRow(double X, double Y, int Class, bool IsWrong = false);
