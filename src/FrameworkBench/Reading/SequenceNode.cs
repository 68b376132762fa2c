namespace FrameworkBench.Reading;

/// <summary>A list.</summary>
internal sealed record SequenceNode(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column);
