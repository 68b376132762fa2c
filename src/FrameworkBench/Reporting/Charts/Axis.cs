namespace FrameworkBench.Reporting.Charts;

/// <summary>An axis: what it measures and how it is divided.</summary>
/// <param name="Label">The quantity, such as "Test accuracy" or "Epoch".</param>
public sealed record Axis(string Label)
{
    /// <summary>Linear or logarithmic.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>How the numbers at the ticks are written.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>The lower end; when null it follows from the data. On a logarithmic axis above 0.</summary>
    public double? Minimum { get; init; }

    /// <summary>The upper end; when null it follows from the data.</summary>
    public double? Maximum { get; init; }
}
