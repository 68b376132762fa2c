namespace FrameworkBench.Charts;

/// <summary>
/// How values spread, a row each: the box holds the middle half, the line in it is the median, whiskers reach to the
/// last values within one and a half box widths, and every value is a dot where there are few enough.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Values">The axis of the values.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record BoxChart(string Title, Axis Values, IReadOnlyList<BoxRow> Rows) : Chart(Title);

/// <summary>A row of a box chart.</summary>
/// <param name="Label">What the values belong to.</param>
/// <param name="Values">In any order; those that are not finite are left out. May be empty.</param>
public sealed record BoxRow(string Label, IReadOnlyList<double> Values)
{
    /// <summary>Which colour and marker; the same for rows that belong together.</summary>
    public int Look { get; init; }
}
