namespace FrameworkBench.Reporting.Charts;

/// <summary>The value of a bar, and the interval around it where there is one.</summary>
/// <param name="Value">The length of the bar; NaN for none.</param>
/// <param name="Low">The lower end of the interval; NaN for none.</param>
/// <param name="High">The upper end of the interval; NaN for none.</param>
public readonly record struct BarValue(double Value, double Low = double.NaN, double High = double.NaN)
{
    /// <summary>Stands where a value is missing, such as "failed" or "not installed"; when null "no value".</summary>
    public string? Reason { get; init; }
}
