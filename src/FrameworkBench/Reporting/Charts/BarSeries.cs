namespace FrameworkBench.Reporting.Charts;

/// <summary>One bar in every group: one colour and pattern, one line in the legend.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="Values">One a category, in the categories' order.</param>
public sealed record BarSeries(string Name, IReadOnlyList<BarValue> Values)
{
    /// <summary>Which colour and pattern; when null, the place in the chart.</summary>
    public int? Look { get; init; }
}
