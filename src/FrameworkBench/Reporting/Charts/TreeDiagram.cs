namespace FrameworkBench.Reporting.Charts;

/// <summary>A decision tree, drawn from left to right.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Root">The first question.</param>
public sealed record TreeDiagram(string Title, TreeNode Root) : Chart(Title)
{
    /// <summary>Names of the looks of leaves, such as classes, for the legend; empty for none.</summary>
    public IReadOnlyList<string> LookNames { get; init; } = [];
}
