namespace FrameworkBench.Reporting.Charts;

/// <summary>A point, and the interval around it where there is one.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis; NaN leaves a gap.</param>
/// <param name="Low">The lower end of the interval of Y; NaN for none.</param>
/// <param name="High">The upper end of the interval of Y; NaN for none.</param>
public readonly record struct ChartPoint(double X, double Y, double Low = double.NaN, double High = double.NaN)
{
    /// <summary>A word beside the point, such as a model's name in a scatter; null for none.</summary>
    public string? Label { get; init; }
}
