namespace FrameworkBench.Reporting.Charts;

/// <summary>The plane as a model sees it: which class it answers where, and the rows it learned from.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="X">The first feature; minimum and maximum are the ends of the grid and must be given.</param>
/// <param name="Y">The second feature; likewise.</param>
/// <param name="Classes">The names of the classes.</param>
/// <param name="Answers">
/// The model's class number at the centre of each cell: rows of cells × cells, the first row at the smallest Y.
/// </param>
/// <param name="Rows">The data.</param>
public sealed record DecisionPlane(
    string Title,
    Axis X,
    Axis Y,
    IReadOnlyList<string> Classes,
    IReadOnlyList<IReadOnlyList<int>> Answers,
    IReadOnlyList<DecisionRow> Rows) : Chart(Title)
{
    /// <summary>The most that the plot is wide, in pixels; its height keeps the plane's proportions.</summary>
    public int MostPlotWidth { get; init; } = 420;
}
