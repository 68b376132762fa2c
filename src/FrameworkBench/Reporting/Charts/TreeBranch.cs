namespace FrameworkBench.Reporting.Charts;

/// <summary>A branch of a tree.</summary>
/// <param name="Label">The answer that leads here, such as "yes".</param>
/// <param name="Node">Where it leads.</param>
public sealed record TreeBranch(string Label, TreeNode Node);
