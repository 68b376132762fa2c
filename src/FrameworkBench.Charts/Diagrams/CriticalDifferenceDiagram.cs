namespace FrameworkBench.Charts;

/// <summary>
/// Average ranks on a line, with bars that join models without a significant difference (Demšar 2006). Rank 1, the best, is
/// at the left.
/// </summary>
/// <param name="Title">What is seen.</param>
/// <param name="Models">Their names.</param>
/// <param name="AverageRanks">In the models' order.</param>
/// <param name="CriticalDifference">In ranks, shown as a ruler above the line.</param>
/// <param name="Groups">Sets of models without significant differences, by their places.</param>
public sealed record CriticalDifferenceDiagram(
    string Title,
    IReadOnlyList<string> Models,
    IReadOnlyList<double> AverageRanks,
    double CriticalDifference,
    IReadOnlyList<IReadOnlyList<int>> Groups) : Chart(Title);
