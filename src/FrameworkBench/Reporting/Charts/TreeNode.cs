namespace FrameworkBench.Reporting.Charts;

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
