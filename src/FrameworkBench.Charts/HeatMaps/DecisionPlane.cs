namespace FrameworkBench.Charts;

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
    IReadOnlyList<DecisionRow> Rows) : Chart(Title);

/// <summary>A row of data in the plane.</summary>
/// <param name="X">The first feature.</param>
/// <param name="Y">The second feature.</param>
/// <param name="Class">The number of its true class.</param>
/// <param name="IsWrong">True when the model answers another class: the marker gets a ring.</param>
public readonly record struct DecisionRow(double X, double Y, int Class, bool IsWrong = false);
