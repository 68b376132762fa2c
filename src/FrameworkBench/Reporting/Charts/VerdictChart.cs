namespace FrameworkBench.Reporting.Charts;

/// <summary>Experiments by engines: in each cell how many claims hold, how many do not and how many are not decided.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Columns">The engines, from left to right.</param>
/// <param name="Rows">The experiments, from top to bottom.</param>
public sealed record VerdictChart(string Title, IReadOnlyList<string> Columns, IReadOnlyList<VerdictRow> Rows) : Chart(Title)
{
    /// <summary>The width of a column in pixels; what the columns leave of the picture is for the labels.</summary>
    public const int ColumnWidth = 154;
}
