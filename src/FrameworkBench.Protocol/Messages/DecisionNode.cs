namespace FrameworkBench.Protocol.Messages;

/// <summary>A node of a decision tree: a question where it has children, else an answer.</summary>
public sealed record DecisionNode
{
    /// <summary>The feature that decides; null in a leaf.</summary>
    public int? Feature { get; init; }

    /// <summary>Values up to this go left; null in a leaf and where categories decide.</summary>
    public double? Threshold { get; init; }

    /// <summary>The category codes that go left, of a feature with categories; else null.</summary>
    public IReadOnlyList<int>? Categories { get; init; }

    /// <summary>Whether missing values go left; null where that is not known.</summary>
    public bool? MissingLeft { get; init; }

    /// <summary>The place of the left child among the nodes; null in a leaf.</summary>
    public int? Left { get; init; }

    /// <summary>The place of the right child among the nodes; null in a leaf.</summary>
    public int? Right { get; init; }

    /// <summary>By how much the split reduces the impurity, weighted by the node's share of the training rows; 0 in a leaf.</summary>
    public double Gain { get; init; }

    /// <summary>Training rows in the node.</summary>
    public required long Rows { get; init; }

    /// <summary>What the node answers by its training rows: the share of each class, or the mean of each output.</summary>
    public required IReadOnlyList<double> Value { get; init; }
}
