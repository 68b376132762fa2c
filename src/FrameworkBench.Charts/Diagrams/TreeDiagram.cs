namespace FrameworkBench.Charts;

/// <summary>A decision tree, drawn from left to right.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Root">The first question.</param>
public sealed record TreeDiagram(string Title, TreeNode Root) : Chart(Title)
{
    /// <summary>Names of the looks of leaves, such as classes, for the legend; empty for none.</summary>
    public IReadOnlyList<string> LookNames { get; init; } = [];
}

/// <summary>A question of a tree, or, without branches, an answer.</summary>
/// <param name="Text">Such as "petal length ≤ 2.45" or "setosa".</param>
public sealed record TreeNode(string Text)
{
    /// <summary>A second line, such as "50 rows, 100 % right".</summary>
    public string? Detail { get; init; }

    /// <summary>The colour of an answer, such as its class; null for none.</summary>
    public int? Look { get; init; }

    /// <summary>Where the answers to the question lead, from top to bottom.</summary>
    public IReadOnlyList<TreeBranch> Branches { get; init; } = [];
}

/// <summary>A branch of a tree.</summary>
/// <param name="Label">The answer that leads here, such as "yes".</param>
/// <param name="Node">Where it leads.</param>
public sealed record TreeBranch(string Label, TreeNode Node);
