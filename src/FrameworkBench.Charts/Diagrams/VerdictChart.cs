namespace FrameworkBench.Charts;

/// <summary>Experiments by engines: in each cell how many claims hold, how many do not and how many are not decided.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Columns">The engines, from left to right.</param>
/// <param name="Rows">The experiments, from top to bottom.</param>
public sealed record VerdictChart(string Title, IReadOnlyList<string> Columns, IReadOnlyList<VerdictRow> Rows) : Chart(Title)
{
    /// <summary>The width of a column in pixels; what the columns leave of the picture is for the labels.</summary>
    public const int ColumnWidth = 154;
}

/// <summary>A row of a picture of verdicts.</summary>
/// <param name="Label">What the claims are about; wraps where it is too long for its place.</param>
/// <param name="Cells">A tally a column, in the columns' order.</param>
public sealed record VerdictRow(string Label, IReadOnlyList<VerdictTally> Cells);

/// <summary>How many claims have which verdict: a cell of a picture of verdicts. All zero where nothing was asked.</summary>
/// <param name="Holds">Claims that hold.</param>
/// <param name="DoesNotHold">Claims that do not hold.</param>
/// <param name="Inconclusive">Claims that are not decided.</param>
/// <param name="ByConstruction">Claims that nothing random could contradict.</param>
/// <param name="NotJudged">Claims without a verdict.</param>
public sealed record VerdictTally(int Holds, int DoesNotHold, int Inconclusive, int ByConstruction, int NotJudged);
